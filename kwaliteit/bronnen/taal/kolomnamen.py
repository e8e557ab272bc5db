"""Koppen die geen vraag zijn, als gegevens: vereenvoudigd geschreven (zie `schrijfwijze.vereenvoudig`)."""

LOCATIE = (
    "locatie",
    "woonlocatie",
    "locatienaam",
    "waar woont u",
    "op welke locatie woont u",
    "waar werkt u",
    "op welke locatie werkt u",
    "waar woont uw naaste",
    "waar woont de client",
    "vestiging",
    "afdeling",
    "team",
)
"""De sterkste naam eerst: staan er meer in één kop, dan telt de voorste van deze lijst."""

RESPONDENT = (
    "respondent",
    "respondentnummer",
    "respondentnr",
    "respondent nr",
    "respondentid",
    "respondent id",
    "responsid",
    "respons id",
    "responseid",
    "response id",
    "answer id",
    "antwort id",
    "antwoord id",
    "participant id",
    "castor participant id",
    "record id",
    "responsnummer",
    "id",
    "nr",
    "nummer",
    "volgnummer",
)

ERVARINGSDESKUNDIGE = (
    "ervaringsdeskundige",
    "ervaringsdeskundig",
    "bent u ervaringsdeskundige",
    "bent u ervaringsdeskundig",
    "bent u een ervaringsdeskundige",
    "ik ben ervaringsdeskundige",
    "ik ben ervaringsdeskundig",
    "werkt u als ervaringsdeskundige",
)

META = frozenset(
    {
        "begintijd",
        "starttijd",
        "eindtijd",
        "voltooiingstijd",
        "start time",
        "completion time",
        "tijd laatste wijziging",
        "last modified time",
        "tijdstempel",
        "timestamp",
        "submitdate",
        "date submitted",
        "lastpage",
        "last page",
        "laatste pagina",
        "startlanguage",
        "start language",
        "start taal",
        "seed",
        "startdate",
        "date started",
        "startdatum",
        "einddatum",
        "datestamp",
        "date last action",
        "enddate",
        "recordeddate",
        "status",
        "voortgang",
        "progress",
        "finished",
        "duur",
        "duration in seconds",
        "collector id",
        "userlanguage",
        "distributionchannel",
        "jaar",
        "meting",
        "doelgroep",
        "regio",
    }
)
"""Over het invullen zelf, of al bekend uit de werkmap. Stil overgeslagen."""

META_BEGIN = frozenset({"datum", "date", "tijd", "tijdstip", "time"})
"""Eerste woorden waarmee een kop een datum of tijd aankondigt."""

TOELICHTING = frozenset({"toelichting", "opmerking", "opmerkingen", "comment", "comments", "other", "anders", "andere"})
"""Woorden na een vraagnummer die een open veld bij die vraag aankondigen, zoals "CL04 - toelichting"."""

TOTAALRIJ = frozenset(
    {
        *("totaal", "eindtotaal", "subtotaal", "total", "som", "aantal"),
        *("gemiddelde", "gemiddeld", "gem", "average", "mean", "mediaan", "median", "modus"),
        *("maximum", "minimum", "std", "stdev", "standaarddeviatie", "standaardafwijking"),
        *("percentage", "benchmark"),
    }
)
"""Eerste woorden van een rij met een berekening over mensen, zoals "Gemiddelde 2024"."""

MOGELIJK_TOTAALRIJ = frozenset(
    {
        *("n", "min", "max", "sd", "norm", "normscore", "referentie", "streefwaarde"),
        *("vorig jaar", "vorige jaar", "vorige meting", "st dev", "standaard deviatie", "standaard afwijking"),
    }
)
"""Hele teksten die een berekening aankondigen, maar ook iemands naam of antwoord kunnen zijn."""

JAARKOPPEN = frozenset({"jaar", "meetjaar", "verslagjaar", "jaartal", "meting", "meetmoment"})
GROEPKOPPEN = frozenset({"doelgroep", "groep", "respondentgroep"})
"""Koppen waaronder staat van welk jaar of van wie de antwoorden zijn; de werkmap weet dat al."""

AANTALKOPPEN = frozenset({"n", "aantal", "respons", "aantal respondenten", "aantal deelnemers", "aantal antwoorden"})
"""Koppen van een kolom die mensen telt; bij antwoorden van losse mensen is die er niet."""

ANTWOORDKOPPEN = frozenset({"", "antwoord", "antwoorden", "antwoordoptie", "label", "code", "waarde", "score"})
"""Koppen boven een kolom met de mogelijke antwoorden."""

HELE_ORGANISATIE = frozenset({"", "organisatie", "hele organisatie", "totaal"})
"""Wat bij een kengetal in de kolom locatie mag staan als het cijfer over de hele organisatie gaat."""
