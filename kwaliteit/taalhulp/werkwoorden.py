"""De woorden waaraan de lijdende vorm te herkennen is. Alleen lijsten; wat ermee gebeurt staat in `lijdend.py`."""


def _lees(tekst: str) -> tuple[str, ...]:
    return tuple(tekst.split())


WORDEN = frozenset(_lees("werd werden word worden wordt"))
ZIJN = frozenset(_lees("is waren was zijn"))
GRENZEN = frozenset(_lees("! ( ) , . : ; ? [ ] – —"))
VOEGWOORDEN = frozenset(
    _lees("dat doordat hoewel indien maar mits nadat omdat tenzij terwijl totdat voordat want zodat zodra")
)
HULPWERKWOORDEN = frozenset(_lees("had hadden heb hebben hebt heeft is"))
"""Na een van deze begint een ander deel van de zin: "wie ouder wordt heeft meer hulp nodig"."""
ONDERWERPEN = frozenset(
    _lees(
        """
    daarna daarom dan dat de dit een elke er had hadden hebben heeft het hij iedereen iemand ik is je jij jullie
    men niemand ons onze toen u waren was we werd werden wij worden wordt ze zij zijn
    """
    )
)
"""Na "en" en "of" begint hiermee een nieuw deel van de zin."""
NA_ALS = ONDERWERPEN | {"mensen", "cliënten", "naasten"}
"""Na "als" ook: "als wij bellen" is een bijzin, "als eerste" niet."""
TUSSEN = frozenset(
    _lees(
        """
    blijft blijven gaan gaat hoefde hoefden hoeft hoeven kan kon konden kunnen mag mocht mochten moest
    moesten moet moeten mogen te wil wilde wilden willen zal zou zouden zullen
    """
    )
)
"""Tussen het deelwoord en "worden" kan dit staan: "gemaakt moet worden", "gemaakt zou kunnen worden"."""
ACHTERAAN = frozenset(
    _lees(
        """
    aan achter als bij binnen boven buiten dan door en geworden in kan kunnen langs mag met moet moeten mogen na
    naar naast of om onder op over per rond sinds te tegen tijdens tot tussen uit van vanaf vanuit via volgens
    voor voordat wegens werd werden worden wordt zal zoals zonder zullen
    """
    )
)
"""Hiermee begint wat nog achter een deelwoord kan komen: "besproken met de raad"."""
AFGEZET = frozenset(
    _lees(
        """
    aan achter achteruit af apart beet bekend bezig bij bijeen binnen boven buiten dicht door fijn gelijk goed
    groot her in klaar kwijt leeg los mede mee na neer om onder op open over plaats samen schoon stil stop
    tegemoet tegen teleur tentoon ter terecht terug thuis toe uit vast veilig ver vol voor vooraf voort vooruit
    vrij waar weer weg
    """
    )
) | {""}
"""Dit kan voor "ge" staan: "afgesproken", "uitgenodigd"."""
STERK = frozenset(
    _lees(
        """
    bakken beten blazen bleken boden bogen bonden borgen braden broken daan doken dolven dorven dragen dreven
    drogen drongen dronken dwongen floten gaan geten geven glommen golden gonnen goten graven grepen hangen
    hesen heten heven holpen houden keken klommen klonken knepen komen kozen kregen krompen kropen kweten lachen
    laden laten leden legen lezen logen lopen loren malen meden meten molken nezen nomen plozen prezen raden
    reden regen reten roepen roken schapen scheiden scholden schonken schoren schoten schoven schreven schrokken
    slagen slapen slepen slonken slopen sloten smeten smolten sneden spannen spleten spogen sponnen spoten
    sproken sprongen staan stegen stolen stonken storven stoten stoven streken treden troffen trokken vallen
    vangen varen vlochten vlogen vochten volen vonden vouwen vroren wassen weken wezen wogen wonden wonnen
    worpen worven wreven wrongen zeten zien zogen zonden zongen zonken zouten zwegen zwollen zwommen zworen
    """
    )
)
"""Sterke deelwoorden zonder voorvoegsel: "gesproken", "besproken", "afgesproken"."""
VOOR_ZWAK = (
    *(afgezet + vast for afgezet in sorted(AFGEZET) for vast in ("be", "ver")),
    *_lees("door er her mis om onder ont over toebe vol weer"),
)
"""Zonder "ge" ervoor: "verteld", "voorbereid", "ondersteund"."""
VOOR_STERK = (*VOOR_ZWAK, *_lees("aan voor"))
"""Met een sterk deelwoord erachter: "besproken", "voorkomen"."""
NAAMWOORD_EINDE = _lees("beeld houd bond heid kant kracht krant land plicht punt rand schat stand teit tijd zicht")
DEELWOORD_MET_END = _lees("diend kend leend mend opend rekend tekend wend zend")
"""Op "-end" eindigt verder een tegenwoordig deelwoord: "vervelend", maar niet "herkend", "geopend" of "verleend"."""
GEEN_DEELWOORD = frozenset(
    _lees(
        """
    bedeesd beeld beest behoud bejaard bekend beleid belet benauwd bereid bericht beroemd besluit besmet best
    beurt bevriend bewind bewust bezet bezit doordacht doortocht doorzicht ernst erwt gebed gebied gebit gebod
    gebrand gedicht geduld gefrustreerd gehandicapt gehecht gehucht gelaat geld geliefd gelijkgestemd geluid
    gelukt gemoed gemotiveerd gerecht gerust geschut geslacht gespannen gestresst gestrest getrouwd gevecht
    gewaad geweld gewend geweest gewest gewicht gezant gezicht gezind gezond geïnteresseerd geïrriteerd herfst mist
    onderhoud onderricht ongezond ontbijt ontevreden ontspannen ontwricht overdaad overdracht overlast overmacht
    overmoed overschot oversteekt overtocht overvloed overwicht overzicht verbaasd verband verbod verdriet
    verhit verkeerd verkouden verliefd verloofd vermoeid verraad verrast verslaafd verst verstand vertrouwd
    verward verzet volbloed volmacht weerstand weerwoord
    """
    )
)
"""Lijkt op een deelwoord maar is een naamwoord, een toestand ("zij worden verliefd") of een gewone vorm."""
MET_ZIJN = frozenset(
    _lees(
        """
    afgenomen begonnen doorgegaan gebeurd gebleven gebroken gedaald gegaan gegroeid gekomen gelopen gelukt
    gereden geschrokken geslaagd gestart gestegen gestopt gevallen gevlogen geworden mislukt ontstaan opgehouden
    opgestaan overleden teruggegaan teruggekomen toegenomen uitgevallen vastgelopen veranderd verdwenen verhuisd
    verlopen vertrokken
    """
    )
)
"""Deze werkwoorden hebben "zijn" in de voltooide tijd: "het is door ziekte gestopt" is geen lijdende vorm."""
