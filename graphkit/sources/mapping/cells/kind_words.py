"""Words that people use for kinds and sectors of organisations, and the kind or sector of each.

English, Polish, the codes of CORDIS (HES, REC, PRC, PUB, OTH) and the schemata of FollowTheMoney.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graphkit.model import KINDS, SECTORS
from graphkit.model.naming import fold

_KINDS = {
    "Company": (
        "prc; company; firm; business; enterprise; corporation; sme; ltd; plc; inc; llc; "
        "gmbh; ag; s.a.; sp. z o.o.; spolka; firma; przedsiebiorstwo; private company; "
        "private sector; private for-profit entity; private for profit; private for-profit "
        "entities; industry; large company; large enterprise; start-up; startup; commercial; "
        "bank; producer; publisher; law firm; consultancy; small or medium enterprise; "
        "small or medium-sized enterprise; "
        "przedsiebiorca; mikroprzedsiebiorstwo; male przedsiebiorstwo; srednie "
        "przedsiebiorstwo; duze przedsiebiorstwo; unternehmen; entreprise; societe; for- "
        "profit; private; companies; companies & groups; media; industrie; spolka z o.o.; "
        "spolka akcyjna; cooperative; spoldzielnia"
    ),
    "University": (
        "hes; university; uczelnia; uniwersytet; academy; politechnika; higher education; "
        "higher education institution; higher or secondary education; higher or secondary "
        "education establishments; higher education establishment; szkola wyzsza; college; "
        "universitat; universitaet; hochschule; universite; academia; uczelnia wyzsza; "
        "universities; academic; academic institution; akademia; hei; education institution"
    ),
    "Faculty": ("faculty; department; wydzial; school of a university; institute of a university"),
    "ResearchInstitute": (
        "academic, training and research; rec; research institute; research organisation; "
        "research organization; research organisations; research organizations; institute; "
        "instytut; instytut badawczy; research centre; research center; rto; think tank; "
        "jednostka badawcza; jednostka naukowa; research; laboratory; forschungsinstitut; "
        "institut de recherche; instytut naukowy; research institution; research "
        "institutions; think tanks & research institutions; science; rpo"
    ),
    "School": (
        "school; szkola; secondary school; vocational school; zespol szkol; technikum; liceum"
    ),
    "PublicBody": (
        "multilateral; bilateral; other public sector; donor government; pub; public body; "
        "local public body; regional public body; national public body; "
        "publicbody; public authority; ministry; government; agency; public; public sector; "
        "public administration; urzad; ministerstwo; organ administracji; instytucja "
        "publiczna; public bodies; public institution; regulator; state; state agency; "
        "government agency; national government; government body; government department; "
        "behorde; administration publique; public bodies (excluding research organisations "
        "and secondary or higher education establishments); international organisation; "
        "international organization; igo; intergovernmental organisation; intergovernmental "
        "organization; embassy; court; police; jednostka budzetowa; hospital; public entity; "
        "public organisation; government organisation"
    ),
    "LocalGovernment": (
        "local government; municipality; commune; gmina; city; city council; town; county; "
        "powiat; region; samorzad; jst; jednostka samorzadu terytorialnego; wojewodztwo; "
        "local authority; regional government; council; local and regional authority; urzad "
        "gminy; urzad miasta; starostwo; starostwo powiatowe; samorzad terytorialny; kommune; "
        "collectivite; regional authority; province; district; local authorities; miasto; "
        "public authority (local)"
    ),
    "LabourOffice": (
        "labour office; urzad pracy; powiatowy urzad pracy; wojewodzki urzad pracy; "
        "employment office; public employment service; pup; wup; job centre"
    ),
    "Cluster": ("cluster; klaster; cluster organisation; cluster organization; clusters"),
    "ClusterInitiative": ("cluster initiative; inicjatywa klastrowa"),
    "WorkingGroup": (
        "working group; grupa robocza; task force; committee; board; platform; network; "
        "consortium; forum; coalition; alliance; konsorcjum; siec; group; grupa; council of "
        "experts; partnership; initiative; inicjatywa"
    ),
    "BusinessSupport": (
        "business support; business support organisation; incubator; accelerator; inkubator; "
        "centre of business support; instytucja otoczenia biznesu; iob; business support "
        "organization; innovation hub; centrum transferu technologii; hub"
    ),
    "Park": (
        "park; science park; technology park; park technologiczny; park przemyslowy; park "
        "naukowo-technologiczny; industrial park"
    ),
    "EconomicZone": (
        "economic zone; special economic zone; strefa ekonomiczna; sse; specjalna strefa "
        "ekonomiczna"
    ),
    "Chamber": (
        "chamber; chamber of commerce; izba; izba gospodarcza; izba rzemieslnicza; cech; "
        "chamber of commerce and industry; chambre de commerce; handelskammer; chamber of "
        "crafts"
    ),
    "TrainingProvider": (
        "training provider; training centre; osrodek szkoleniowy; training; education "
        "provider; firma szkoleniowa; training center; training company"
    ),
    "DevelopmentAgency": (
        "development agency; agencja rozwoju; regional development agency; arr; agencja "
        "rozwoju regionalnego"
    ),
    "Association": (
        "international ngo; national ngo; regional ngo; donor country based ngo; partner "
        "country based ngo; association; stowarzyszenie; ngo; non-governmental organisation; "
        "non-governmental organization; civil society; cso; civil society organisation; civil "
        "society organization; trade union; union; zwiazek; zwiazek zawodowy; federation; "
        "society; professional association; trade association; business association; verein; "
        "verband; federacja; organizacja pozarzadowa; non-profit; nonprofit; npo; membership; "
        "industry association; trade and business associations; employers organisation; "
        "employers' organisation; club; church; kosciol; political party; charity; "
        "professional associations; not-for-profit; community group; lgd; lokalna grupa "
        "dzialania; non- governmental organisations; associations; civil society "
        "organisations; non- governmental organisations, platforms and networks and similar; "
        "trade unions and professional associations; union or association"
    ),
    "Foundation": (
        "foundation; fundacja; stiftung; fondation; philanthropic foundation; trust; foundations"
    ),
    "Other": (
        "oth; other; others; organization; organisation; legalentity; legal entity; inne; "
        "inny; inna; pozostale; sonstige; autre; autres; unknown; organizacja; other "
        "organisations"
    ),
}
_SECTORS = {
    "business": (
        "business; private; industry; commercial; company; biznes; prywatny; for-profit; prc; "
        "economy; gospodarka; private sector; przedsiebiorstwa; sektor prywatny"
    ),
    "research": (
        "research; science; academia; academic; education; higher education; hes; rec; nauka; "
        "university; universities; edukacja; sektor nauki; research and education"
    ),
    "public": (
        "public; government; administration; public sector; pub; administracja; publiczny; "
        "state; local government; samorzad; sektor publiczny; public administration"
    ),
    "support": (
        "support; business support; intermediary; otoczenie biznesu; instytucje otoczenia biznesu"
    ),
    "civil": (
        "civil; civil society; ngo; third sector; non-profit; nonprofit; spoleczny; "
        "pozarzadowy; trzeci sektor; civic; sektor spoleczny; not-for-profit; charity"
    ),
}
_MARKS = re.compile(r"[\s_\-–/.]+")


def _key(text: str) -> str:
    return _MARKS.sub(" ", fold(text)).strip()


@cache
def _kinds() -> dict[str, str]:
    found = {_key(word): kind for kind, words in _KINDS.items() for word in words.split(";")}
    for kind in KINDS:
        spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind)
        found |= {_key(kind): kind, _key(spaced): kind}
    return found


@cache
def _sectors() -> dict[str, str]:
    found = {_key(word): sector for sector, words in _SECTORS.items() for word in words.split(";")}
    return found | {_key(sector): sector for sector in SECTORS}


@lru_cache(maxsize=2**14)
def kind_of(text: str) -> str | None:
    """The kind that a word means, or None.

    >>> kind_of("HES"), kind_of("Spółka z o.o."), kind_of("NGO"), kind_of("zoo")
    ('University', 'Company', 'Association', None)
    >>> kind_of("Verein / Verband"), kind_of("Company/NGO")
    ('Association', None)
    """
    return _in(_kinds(), text)


@lru_cache(maxsize=2**14)
def sector_of(text: str) -> str | None:
    """The sector that a word means, or None.

    >>> sector_of("Nauka"), sector_of("Private sector"), sector_of("zoo")
    ('research', 'business', None)
    """
    return _in(_sectors(), text)


def _in(words: dict[str, str], text: str) -> str | None:
    key = _key(text)
    for candidate in (key, key.partition("(")[0].strip(), key.rstrip("s")):
        if candidate in words:
            return words[candidate]
    parts = {words.get(_key(part)) for part in text.split("/")} if "/" in text else {None}
    return parts.pop() if len(parts) == 1 else None
