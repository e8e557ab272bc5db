"""Koppen boven een persoonsgegeven, als gegevens: Nederlands, Engels, Duits en Frans, vereenvoudigd geschreven."""

_NAMEN = (
    "achternaam|client name|clientnaam|familienaam|familienname|family name|first and last name|first name|"
    "first names|firstname|firstnames|full name|geburtsname|geslachtsnaam|given name|ihr name|initialen|last name|"
    "last names|lastname|maiden name|meisjesnaam|middle name|naam|naam bewoner|naam client|naam invuller|"
    "naam respondent|naam van de bewoner|naam van de client|naam van de invuller|nachname|name|name first|"
    "name full|name last|name middle|nom|nom complet|nom de famille|nom et prenom|patient name|prenom|"
    "prenom et nom|recipientfirstname|recipientlastname|roepnaam|surname|tussenvoegsel|uw achternaam|uw naam|"
    "uw voornaam|volledige naam|vollstandiger name|voor en achternaam|voorletters|voornaam|voornaam en achternaam|"
    "voornamen|vor und nachname|vorname|votre nom|votre prenom|wat is uw naam|what is your name|your name"
)
_BEREIKBAAR = (
    "06 nummer|adresse courriel|adresse de messagerie|adresse e mail|adresse mail|cell|cell phone|cellphone|"
    "courriel|e mail|e mail 1|e mail address|e mail adresse|e mailadres|e mailadresse|email|email 1|email 2|"
    "email address|email adresse|emailadres|fax|gsm|gsm nummer|handy|handynummer|home phone|ihre e mail adresse|"
    "mail|mailadres|mailadresse|mailing address|mobiel|mobiel nummer|mobiele nummer|mobiele telefoon|mobielnummer|"
    "mobile|mobile number|mobile phone|mobile phone number|mobilnummer|mobiltelefon|numero de telephone|phone|"
    "phone 1|phone 2|phone number|phonenumber|portable|recipientemail|rufnummer|tel|tel nr|telefon|telefonnummer|"
    "telefoon|telefoonnr|telefoonnummer|telephone|telephone 1|telephone number|telephone portable|uw e mail|"
    "uw e mailadres|uw email|uw telefoonnummer|votre adresse e mail|wat is uw e mailadres|"
    "wat is uw telefoonnummer|work phone|your email|your email address|your phone number"
)
_ADRES = (
    "address|address 1|address 2|address line 1|address line 2|address1|address2|adres|adresgegevens|adresse|"
    "adresse postale|anschrift|city|city of residence|code postal|hausnummer|home address|house number|huisnr|"
    "huisnummer|place of residence|plz|plz und ort|post code|postal address|postal code|postalcode|postcode|"
    "postcode en huisnummer|postcode zip|postleitzahl|rue|stadt|straat|straat en huisnummer|straatnaam|strasse|"
    "strasse und hausnummer|street|street address|street name|town|uw adres|uw postcode|uw woonplaats|ville|"
    "wohnort|woonplaats|zip|zip code|zip postal code|zipcode"
)
_GEBOORTE = (
    "annee de naissance|birth date|birth day|birth year|birthdate|birthday|date de naissance|date of birth|"
    "date of birth dob|dateofbirth|dob|geboortedag|geboortedatum|geboortejaar|geboorteplaats|geburtsdatum|"
    "geburtsjahr|geburtsort|geburtstag|lieu de naissance|place of birth|uw geboortedatum|wat is uw geboortedatum|"
    "year of birth"
)
_NUMMERS = (
    "account number|bank account number|bsn|bsn nummer|burgerservicenummer|client id|client nr|client number|"
    "client nummer|clientid|clientnr|clientnummer|dossiernr|dossiernummer|employee id|employee number|iban|"
    "kontonummer|medewerkernummer|medical record number|mrn|national insurance number|nhs number|"
    "numero de securite sociale|passport number|patient id|patient number|patientid|patientnummer|personalnummer|"
    "personeelsnr|personeelsnummer|polisnummer|rekeningnummer|social security number|sofinummer|"
    "sozialversicherungsnummer|ssn|versichertennummer|verzekerdennummer"
)
_ENQUETE = (
    "access code|adresse ip|benutzername|breedtegraad|code d acces|external data reference|external reference|"
    "externaldatareference|externalreference|externe referentie|gebruikersnaam|inlognaam|ip|ip address|ip adres|"
    "ip adresse|ipaddr|ipaddress|ipadres|latitude|lengtegraad|location latitude|location longitude|"
    "locationlatitude|locationlongitude|longitude|nom d utilisateur|nutzername|redcap survey identifier|"
    "toegangscode|token|user name|username|zugangscode|zugangsschlussel"
)

PERSOONSGEGEVENS = frozenset("|".join((_NAMEN, _BEREIKBAAR, _ADRES, _GEBOORTE, _NUMMERS, _ENQUETE)).split("|"))
