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
    {"totaal", "eindtotaal", "subtotaal", "total", "gemiddelde", "gemiddeld", "average", "som", "aantal", "mediaan"}
)

HELE_ORGANISATIE = frozenset({"", "organisatie", "hele organisatie", "totaal"})
"""Wat bij een kengetal in de kolom locatie mag staan als het cijfer over de hele organisatie gaat."""
