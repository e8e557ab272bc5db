"""Met de hand gelabelde zinnen voor de lijdende vorm. Alles is verzonnen.

De twee oefensets zijn gebruikt om de regels bij te stellen. De tweede was eerst een proefset: daarop vonden de regels
37 van 40 zinnen met "worden", en 1 van 40 andere zinnen ten onrechte. Daarna zijn die vier fouten hersteld.
`PROEFSET` is daarna geschreven en nooit gebruikt om iets bij te stellen. Alleen die cijfers zeggen hoe goed de taalhulp
is op teksten die zij nog niet zag.

Per set drie groepen: lijdend met "worden"; lijdend met "is/zijn" (daar zoekt de taalhulp alleen als er "door" bij
staat); en niet lijdend.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Zinnen:
    """Een gelabelde set; elke zin telt één keer."""

    worden: tuple[str, ...]
    zijn: tuple[str, ...]
    niet: tuple[str, ...]


def _regels(tekst: str) -> tuple[str, ...]:
    return tuple(regel.strip() for regel in tekst.strip().splitlines())


OEFENSET = Zinnen(
    worden=_regels(
        """
        De klachten werden door het team besproken.
        Er wordt te weinig gevraagd hoe het met naasten gaat.
        Het plan wordt samen met de cliënt gemaakt.
        Cliënten worden uitgenodigd voor een gesprek.
        In maart werd het nieuwe rooster ingevoerd.
        Wij zien dat afspraken niet altijd worden nagekomen.
        Elke klacht moet binnen een week worden opgepakt.
        De dossiers die vorig jaar werden nagelezen, waren vaak niet af.
        Naasten willen dat er naar hen geluisterd wordt.
        Dat gesprek kan ook thuis gevoerd worden.
        De kaart zal in de zomer worden verspreid.
        Ik word goed geholpen.
        Wordt het plan elk jaar bekeken?
        De afspraken werden gemaakt en daarna vergeten.
        Op drie locaties is begonnen, en daar worden nu ook buren betrokken.
        Het verslag wordt door de raad van bestuur vastgesteld.
        Medewerkers werden geschoold in het voeren van gesprekken.
        Wat er met een signaal wordt gedaan, horen partners niet.
        Medicijnen worden door de apotheek bezorgd.
        De cijfers werden in januari met de cliëntenraad gedeeld.
        Er werd veel gelachen.
        Het oude nummer wordt in april afgesloten.
        De vragen werden bedacht door de cliëntenraad.
        Bij een verhuizing wordt altijd een gesprek gehouden.
        Alle locaties worden dit jaar bezocht.
        Die belofte kon niet worden waargemaakt.
        Er moet beter worden samengewerkt met de gemeente.
        De wachtlijst werd korter doordat er meer mensen werden aangenomen.
        Wij merken dat er meer van hen wordt verwacht.
        De woningen worden komend jaar opgeknapt.
        Uit de gesprekken werd duidelijk dat het eten niet gewaardeerd wordt.
        Hulp wordt geboden op het moment dat iemand erom vraagt.
        Zo wordt voorkomen dat iemand alleen staat.
        Zij werden te laat gebeld.
        Het team wordt gesteund door een ervaringsdeskundige.
        Deze uitkomsten zullen worden gebruikt om het plan te verbeteren.
        """
    ),
    zijn=_regels(
        """
        Het plan is door de cliëntenraad geschreven.
        De kaarten zijn door begeleiders en cliënten samen gemaakt.
        Er is veel gesproken over veiligheid.
        In de zomer is een nieuw rooster gemaakt.
        Alle teams zijn vorig jaar geschoold.
        De muren waren door bewoners zelf geschilderd.
        De afspraken zijn in het dossier vastgelegd.
        Er is pas in oktober echt geluisterd.
        """
    ),
    niet=_regels(
        """
        Het wordt beter.
        Wij worden ouder.
        Het gesprek wordt rustiger en duurt langer.
        De groep werd groter en gezelliger.
        Zij wil graag kok worden.
        Wij zijn vorig jaar begonnen met het plangesprek.
        De kaart is af.
        Het portaal is open.
        Het gebied wordt steeds mooier.
        Mensen worden moe van wachten.
        Zijn gezicht werd rood.
        Hij werd boos en liep weg.
        Het werd een mooi gesprek, en iedereen heeft meegedaan.
        Het wordt later en wij hebben nog niet gegeten.
        Wie ouder wordt heeft vaak meer hulp nodig.
        Wij hebben de klachten besproken.
        Het team heeft alle naasten gebeld.
        Cliënten maken hun plan samen met hun begeleider.
        Wij vroegen naasten hoe het met hen gaat.
        Dat werd een succes.
        Het beleid wordt dit jaar anders.
        De sfeer werd beter na het gesprek.
        Elke cliënt krijgt een kaart.
        Het is druk geworden op de afdeling.
        Zij zijn verhuisd naar de stad.
        De wachttijd is korter geworden.
        Wij zijn tevreden met het verbeterde rooster.
        Door ziekte is het gesprek gestopt.
        Het nummer is door drukte mislukt.
        Ik ben blij dat ik hier woon.
        Het overzicht wordt langer.
        Samen eten wordt een gewoonte.
        Het wordt tijd om te kiezen.
        De tuin wordt groen als wij hem goed verzorgen.
        Ervaringsdeskundigen veranderen hoe wij praten.
        In 2025 maakt elke cliënt die dat wil een kaart.
        Twee cliënten werden verliefd.
        Hij wordt snel geïrriteerd.
        Wij zijn gewend aan drukte.
        Het geluid wordt harder in de avond.
        Wij willen een huis worden waar iedereen zich thuis voelt.
        Zij raken gewend aan het nieuwe huis.
        Het werd stil toen zij het vertelde.
        Dit verslag gaat over 2024.
        Wij worden een lerende organisatie.
        De telefoon staat vaak in gesprek.
        Het gewicht van de zorg wordt zwaarder.
        """
    ),
)

TWEEDE_OEFENSET = Zinnen(
    worden=_regels(
        """
        Bewoners worden elke ochtend gewekt met koffie.
        De meeste vragen werden dezelfde dag beantwoord.
        Het dak van Molenwerf wordt in het najaar vernieuwd.
        In het overleg werd afgesproken wie er belt.
        Wij vinden dat cliënten eerder betrokken moeten worden.
        Er wordt op de locatie elke dag vers gekookt.
        De resultaten worden in februari aan de raad getoond.
        Klachten die binnenkomen, worden meteen doorgestuurd.
        Een deel van de vragenlijsten werd niet teruggestuurd.
        Voor de zomer worden twee jobcoaches aangesteld.
        Het kan zijn dat u later wordt teruggebeld.
        Vorig jaar werd er nog gewerkt met papieren dossiers.
        De sleutel mag alleen aan de begeleider worden gegeven.
        Naasten werden hier niet over ingelicht.
        Zo worden problemen sneller gezien.
        Op verzoek van de cliënt wordt de naaste gebeld.
        Dat werd als prettig ervaren.
        Door de gemeente werden tien woningen toegewezen.
        De regels worden op alle locaties op dezelfde manier uitgelegd.
        Als er iets misgaat, wordt dat met het hele team bekeken.
        Er werden vier middagen georganiseerd.
        Het gesprek wordt opgenomen als de cliënt dat goed vindt.
        Wat niet kon worden opgelost, staat hieronder.
        Iedereen die gebeld werd, kreeg antwoord.
        Het geld wordt besteed aan de tuin.
        Medewerkers willen dat hun werk gezien wordt.
        Afspraken werden soms niet opgeschreven.
        De deuren worden om elf uur gesloten.
        De nieuwe lijst is af en wordt in mei verstuurd.
        Vrijwilligers worden door ons opgeleid en begeleid.
        Dan wordt er samen gekeken wat er nodig is.
        In een kwart van de plannen werd geen doel gevonden.
        Bij spoed wordt u direct doorverbonden.
        Deze mensen worden vaak over het hoofd gezien.
        Het rooster werd drie keer aangepast.
        Er zal vaker met naasten gepraat worden.
        De kamer wordt dan door iemand anders gebruikt.
        Aan de raad werd advies gevraagd.
        Wij hopen dat de huur niet verhoogd gaat worden.
        De uitkomst wordt bepaald door toeval.
        """
    ),
    zijn=_regels(
        """
        Deze afspraak is door het bestuur bevestigd.
        Het eten was door vrijwilligers bereid.
        Vier middagen zijn door ziekte afgezegd.
        De wensen van cliënten zijn opgeschreven.
        Daar is nooit meer over gepraat.
        Het bestuur is in mei ingelicht.
        De vragen zijn door cliënten zelf bedacht.
        """
    ),
    niet=_regels(
        """
        Het huis werd te klein voor negen bewoners.
        De wachttijden worden langer.
        Het contact met de buurt werd hechter.
        Sommige cliënten worden onrustig van een wisselend team.
        Marieke wil vrijwilliger worden bij de kringloop.
        Onze begeleiders werden daar onzeker van.
        Dat wordt spannend.
        Wij zijn gestart met een kookgroep.
        Het aantal klachten is gedaald.
        Het vertrouwen is gegroeid.
        De samenwerking werd steviger en beide teams leerden ervan.
        Het werd niet warm in de woonkamer.
        Wij hebben beloofd om eerder te bellen.
        De naastenraad heeft hierover geadviseerd.
        De kamers zijn licht en goed verwarmd.
        Zijn verhaal heeft ons geraakt.
        Het najaar werd zwaar, want twee collega's waren ziek.
        Vaak wordt het pas duidelijk als iemand heeft gebeld.
        Zij werd voorzitter van de cliëntenraad.
        Volgend jaar wordt beter dan dit jaar.
        De begeleiding wordt minder als het goed gaat.
        Een bezoek van de buurman werd een vaste gewoonte.
        Wij zijn door de stad gelopen met een groep bewoners.
        Er komt een vast gezicht voor elke cliënt.
        Mijn zus wordt in mei veertig.
        Het eten wordt koud.
        Onze locaties liggen in de stad en op het land.
        Dit werd het thema van het jaar.
        Zij is verpleegkundige geworden.
        Teams die klein blijven, worden sterk.
        Het bedrag wordt hoger.
        De bewoners zijn geschrokken van de brand.
        Zelf worden wij daar blij van.
        De tuin is mooi geworden.
        Het is goed dat wij hebben gevraagd wat mensen willen.
        Het werd weekend en niemand had gebeld.
        Wat ooit een proef was, werd gewoon.
        Hij is verslaafd geweest en werd vorig jaar clean.
        Het onderhoud wordt duurder.
        Wij worden beter bereikbaar.
        """
    ),
)

PROEFSET = Zinnen(
    worden=_regels(
        """
        De huur wordt voortaan door de gemeente betaald.
        Vragen over geld werden vaak doorgeschoven naar later.
        Op Singelrak wordt nu elke maand een bewonersavond gehouden.
        Als het slechter gaat, wordt eerst de vaste begeleider gebeld.
        Er werd dit jaar minder geklaagd over het eten.
        Het is belangrijk dat wensen gehoord worden.
        Wij schreven op wat er werd gezegd.
        Nieuwe collega's worden de eerste maand begeleid door iemand met ervaring.
        Het contract met het taxibedrijf werd opgezegd.
        Cliënten die dat willen, kunnen worden vergezeld door een naaste.
        De brief werd in gewone taal herschreven.
        Sommige afspraken moesten worden verzet.
        Zo kan onrust worden voorkomen.
        De vergoeding wordt elk kwartaal overgemaakt.
        In beide regio's werd een vast nummer ingesteld.
        Wij vinden het jammer dat de cursus werd afgelast.
        Daar wordt volgend jaar verder aan gewerkt.
        Het verslag wordt ook voorgelezen.
        De uitkomsten werden naast die van vorig jaar gelegd.
        Wie belt, wordt meteen te woord gestaan.
        De kosten worden gedeeld met de woningcorporatie.
        Van elke verhuizing wordt een kort verslag geschreven.
        Niemand wil aan zijn lot overgelaten worden.
        Wij werden uitgelachen toen wij het voorstelden.
        Worden de deuren 's nachts bewaakt?
        De nieuwe keuken werd in juni feestelijk geopend.
        Het advies van de raad werd overgenomen.
        Er wordt onderzocht of dit ook op andere locaties kan.
        Elke week wordt samen boodschappen gedaan.
        Dat signaal werd door niemand opgevangen.
        """
    ),
    zijn=_regels(
        """
        De tuin is door buurtbewoners aangelegd.
        Die regel was door de raad zelf voorgesteld.
        De folder is in drie talen vertaald.
        Er is hard gewerkt aan een beter rooster.
        De twee klachten zijn door de commissie afgehandeld.
        Alle kamers zijn geschilderd.
        """
    ),
    niet=_regels(
        """
        De avonden werden gezelliger toen de buren meededen.
        Zij wordt dit jaar persoonlijk begeleider.
        Wij zijn erg geholpen met de nieuwe telefoon.
        Het gesprek werd een voorbeeld voor andere teams.
        Het wordt steeds makkelijker om ons te bereiken.
        Onze kritiek werd luider en de raad heeft toen een brief gestuurd.
        De plannen zijn klaar.
        De begeleiding werd anders dan wij hadden bedacht.
        Na een maand werd iedereen ongeduldig.
        Wij hebben te weinig verteld over het rooster.
        Het hek is door de storm omgevallen.
        Zijn medicijnen werken niet meer goed.
        Wat werd het stil in huis.
        Een goede buur worden kost tijd.
        Twee teams werden één team.
        De afstand tot de stad is een bezwaar geworden.
        Het bezoek werd korter, omdat de cliënt moe was.
        De wens om zelfstandig te wonen wordt sterker.
        Zij heeft gevraagd wie er belt.
        De vraag naar woningen is gegroeid.
        In de winter wordt het vroeg donker.
        Onze vrijwilligers zijn goed opgeleid.
        Wie wordt de nieuwe voorzitter?
        Hij werd ziek en is thuis gebleven.
        De locatie wordt volgend jaar tien jaar.
        Mensen worden eenzaam als niemand belt.
        Dat wordt onze belofte voor 2025.
        De kaart werd een boekje.
        Het verschil met vorig jaar is groot geworden.
        Wij leren elke dag van bewoners.
        """
    ),
)
