// Alleen in de voorvertoning: vraagt of er iets nieuws is, en ververst zonder dat de lezer zijn plek kwijtraakt.
(() => {
  const balk = document.querySelector("kwaliteit-balk");
  const schaduw = balk.shadowRoot;
  const { pagina, merk } = balk.dataset;
  let kenmerk = balk.dataset.kenmerk;
  const sleutel = "kwaliteit-bekijk:" + pagina;
  const slaap = (ms) => new Promise((klaar) => setTimeout(klaar, ms));

  // Een uitklapper heet naar zijn kop, niet naar zijn plaats: er kan er een bij gekomen zijn.
  const uitklappers = (boom) => {
    const gezien = {};
    return [...boom.querySelectorAll("details")].map((een) => {
      const naam = een.id || (een.querySelector("summary")?.textContent || "").replace(/\s+/g, " ").trim();
      gezien[naam] = (gezien[naam] || 0) + 1;
      return [naam + "#" + gezien[naam], een];
    });
  };
  const onthoud_open = (boom) => uitklappers(boom).map(([naam, een]) => [naam, een.open]);
  const zet_open = (boom, stand) => {
    const open = new Map(stand);
    for (const [naam, een] of uitklappers(boom)) if (open.has(naam)) een.open = open.get(naam);
  };

  // De plek is een afstand tot de laatste kop boven de rand: zo verschuift er niets als daarboven tekst bij komt.
  const bakens = () => [...document.querySelectorAll("body [id]")].filter((een) => een.getClientRects().length);
  const onthoud_plek = () => {
    const baken = bakens().filter((een) => een.getBoundingClientRect().top <= 1).at(-1);
    return { y: scrollY, id: baken?.id, afstand: baken?.getBoundingClientRect().top };
  };
  const zet_plek = ({ y, id, afstand }) => {
    const baken = y > 0 && id && document.getElementById(id);
    const naar = baken?.getClientRects().length ? scrollY + baken.getBoundingClientRect().top - afstand : y;
    scrollTo({ left: scrollX, top: naar, behavior: "instant" });
  };

  const ververs = () => {
    const wat = { details: onthoud_open(document), balk: onthoud_open(schaduw), plek: onthoud_plek() };
    wat.greep = uitklappers(document).find(([, een]) => een.querySelector("summary") === document.activeElement)?.[0];
    sessionStorage.setItem(sleutel, JSON.stringify(wat));
    history.scrollRestoration = "manual";
    location.reload();
  };
  const herstel = () => {
    const bewaard = sessionStorage.getItem(sleutel);
    sessionStorage.removeItem(sleutel);
    if (!bewaard) return;
    const wat = JSON.parse(bewaard);
    zet_open(document, wat.details);
    zet_open(schaduw, wat.balk);
    uitklappers(document).find(([naam]) => naam === wat.greep)?.[1].querySelector("summary").focus({ preventScroll: true });
    zet_plek(wat.plek);
    addEventListener("load", () => {
      zet_plek(wat.plek);
      history.scrollRestoration = "auto";
    });
  };

  const toon_balk = (inhoud) => {
    const vak = schaduw.getElementById("balk");
    const open = onthoud_open(schaduw);
    vak.innerHTML = inhoud;
    zet_open(schaduw, open);
  };
  const zichtbaar = () => document.hidden && new Promise((klaar) => addEventListener("visibilitychange", klaar, { once: true }));
  const luister = async () => {
    for (;;) {
      // Een tabblad dat niemand ziet houdt geen verbinding vast: een browser heeft er maar een paar per adres.
      await zichtbaar();
      try {
        const antwoord = await fetch("/-/stand?" + new URLSearchParams({ na: kenmerk, pagina }), { cache: "no-store" });
        if (!antwoord.ok) throw new Error();
        const nieuw = await antwoord.json();
        if (nieuw.merk !== merk) return ververs();
        schaduw.getElementById("weg").hidden = true;
        if (nieuw.kenmerk !== kenmerk) toon_balk(nieuw.balk);
        kenmerk = nieuw.kenmerk;
      } catch {
        schaduw.getElementById("weg").hidden = false;
        await slaap(1000);
      }
    }
  };

  // Wie met Tab loopt of naar een anker springt, komt nooit onder de balk terecht.
  document.documentElement.style.scrollPaddingBottom = balk.offsetHeight + "px";
  herstel();
  addEventListener("pageshow", (gebeurtenis) => gebeurtenis.persisted && location.reload());
  luister();
})();
