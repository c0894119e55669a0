"""What stands for a place and names none, in the languages of Europe: Various, International."""

from __future__ import annotations

from graphkit.model.naming import fold

_WORDS = (
    # English
    "various|varied|varies|multiple|several|many|mixed|miscellaneous|international|multinational|"
    "transnational|global|worldwide|world wide|world|all over the world|unknown|unspecified|"
    "not specified|undisclosed|not known|not stated|other|others|all|any|elsewhere|online|virtual|"
    "various countries|multiple countries|several countries|many countries|other countries|"
    "all countries|other country|multi-country|multicountry|unknown country|various locations|"
    "multiple locations|various places|other places|rest of world|rest of the world|tbd|tba|"
    # Polish, Czech, Slovak, Slovene, Croatian
    "różne|rozne|kilka|wiele|międzynarodowy|międzynarodowa|międzynarodowe|globalny|ogólnoświatowy|"
    "nieznany|nieznane|nieznana|inne|inny|wszystkie|różne kraje|cały świat|różné|několik|"
    "mezinárodní|celosvětově|neznámý|neznámé|jiné|ostatní|rôzne|medzinárodné|neznáme|iné|ostatné|"
    "različno|mednarodno|neznano|drugo|različito|međunarodno|nepoznato|ostalo|"
    # German, Dutch
    "verschiedene|diverse|mehrere|weltweit|unbekannt|sonstige|andere|keine angabe|"
    "verschiedene länder|mehrere länder|verschillende|divers|meerdere|internationaal|wereldwijd|"
    "onbekend|overige|anders|andere landen|"
    # Swedish, Norwegian, Danish, Finnish, Estonian
    "olika|flera|internationell|internationellt|globalt|okänd|okänt|övriga|övrigt|annan|annat|"
    "ulike|flere|internasjonal|internasjonalt|ukjent|andre|annet|øvrige|forskellige|"
    "internationalt|ukendt|andet|useita|eri maita|kansainvälinen|maailmanlaajuinen|tuntematon|"
    "muu|muut|mitu|rahvusvaheline|ülemaailmne|teadmata|tundmatu|"
    # French, Spanish, Portuguese, Italian, Romanian
    "divers|plusieurs|plusieurs pays|mondial|monde|monde entier|inconnu|inconnue|autre|autres|"
    "varios|varias|múltiples|internacional|mundial|desconocido|desconocida|otro|otros|otra|"
    "varios países|vários|várias|múltiplos|desconhecido|desconhecida|outro|outros|vários países|"
    "vari|varie|diversi|internazionale|mondiale|sconosciuto|altro|altri|vari paesi|diverși|"
    "mai multe|internațional|mondial|necunoscut|altele|altul|"
    # Hungarian, Lithuanian, Latvian, Turkish
    "különböző|több|nemzetközi|globális|ismeretlen|egyéb|įvairios|įvairūs|keli|tarptautinis|"
    "pasaulinis|nežinoma|kita|kiti|dažādi|vairāki|starptautisks|nezināms|cits|citi|çeşitli|"
    "birden fazla|uluslararası|küresel|bilinmiyor|diğer|"
    # Greek, Ukrainian, Russian
    "διάφορες|διάφορα|πολλές|διεθνής|διεθνές|παγκόσμιο|άγνωστο|άλλο|άλλη|різні|декілька|"
    "міжнародний|міжнародна|невідомо|інше|інші|разные|несколько|международный|международная|"
    "неизвестно|другое|другие|прочие"
)
_NO_PLACE = frozenset(map(fold, _WORDS.split("|")))


def names_no_place(text: str) -> bool:
    """Whether a text that stands where a place should names none.

    Examples
    --------
    >>> names_no_place("Various"), names_no_place("(international)"), names_no_place("Iceland")
    (True, True, False)
    """
    return fold(text.strip(" .()[]*")) in _NO_PLACE
