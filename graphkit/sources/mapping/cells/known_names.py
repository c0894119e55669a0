"""First names of people and names of large cities, by which a column of names is told for
what it is. Neither list is complete: a column is one of people or cities by a part of its cells.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from graphkit.model.naming import fold
from graphkit.sources.header_words import plain
from graphkit.sources.mapping.cells.worded_columns import BODIES

_GIVEN = frozenset(
    """
    aaron adam agnieszka ahmed alan albert aleksander aleksandra alex alexander alexandra alfred
    ali alice alicia alison amanda amelia amy ana anders andrea andreas andreja andrew andrzej
    angela ann anna anne annette antoine anton antonio antti arek arthur artur barbara bartosz
    beata ben benjamin bernard bernd birgit bob bogdan boris brian bruno caroline carlos carmen
    carl carol catherine cecilia charles charlotte chris christian christina christine christoph
    christopher claire clara claudia claudio colin craig cristina dagmar damian dan daniel
    daniela danuta dariusz david deborah denis diana diego dieter dirk dmitry dominik dominique
    donald dorota douglas edward edyta elena elisabeth elizabeth ella ellen emanuel emil emily
    emma enrico eric erik ernst eva ewa fabio felix fernando filip florian francesca francesco
    francisco francois frank franz fred frederic friedrich gabriel gabriela gary geoffrey george
    georg gerald gerard gerhard giorgio giovanni giuseppe grazyna greg grzegorz guido gunter
    gustav halina hannah hans harald harry heather heike heinrich heinz helen helena helga henri
    henrik henry herbert hugo ian igor inga ingrid irena irene isabel ivan iwona jack jacek
    jacob jacques jakub james jan jane janet janusz jaroslaw jason javier jean jeff jeffrey
    jennifer jens jeremy jerzy jessica jim joachim joan joanna joao joe joel johan johann
    johannes john jolanta jon jonas jonathan jorge jose josef joseph juan judith julia julian
    julie jurgen justin justyna karen karin karl karol karolina katarzyna kate katharina
    katherine kathleen kathy katrin keith ken kenneth kevin kim klaus kristina krystyna
    krzysztof larry lars laura lech lena leo leonard leszek lidia linda lisa louis louise luca
    lucas lucy luigi luis lukas lukasz maciej magdalena malgorzata manfred manuel marc marcel
    marcin marco marek margaret maria marian mariana marie marina mario mariusz mark markus
    marta martha martin martina mary mateusz matteo matthew matthias maurice max maximilian
    melissa mia michael michal michel michelle miguel mikael mike mikhail milan mirella miriam
    miroslaw mohamed mohammed monica monika nadia nancy natalia natalie nathan neil nicholas
    nicola nicolas nicole nikolaus nina norbert olaf oleg olga oliver olivia oscar otto pablo
    paolo pascal patricia patrick patrycja paul paula paulina pavel pawel pedro peter petr petra
    philip philippe pierre piotr rachel rafael rafal raymond rebecca renata rene ricardo richard
    rita rob robert roberto rodrigo roger roland rolf roman ronald rosa rose ross rudolf ruth
    ryan ryszard sabine sally sam samuel sandra sara sarah scott sean sebastian sergei sergio
    simon simone slawomir sofia sonia sophie stanislaw stefan stefano stephanie stephen steve
    steven sue susan susanne sven svetlana sylvia tadeusz tamara tanja teresa terry theo theresa
    thierry thomas tim timothy tina tobias tom tomas tomasz tony tracy ulrich ulrike ursula uwe
    valentina vera veronica victor victoria viktor vincent virginia vladimir waldemar walter
    wanda werner wieslaw wiktor wilhelm william witold wojciech wolfgang yves yvonne zbigniew
    zofia zuzanna
    """.split()
)
_CITIES = frozenset(
    fold(name)
    for name in (
        "Aarhus,Amsterdam,Ankara,Antwerp,Antwerpen,Athens,Atlanta,Auckland,Baghdad,Bangkok,"
        "Barcelona,Basel,Bath,Beijing,Beirut,Belfast,Belgrade,Bergen,Berlin,Bern,Białystok,"
        "Bielefeld,Bilbao,Birmingham,Bogotá,Bologna,Bonn,Bordeaux,Boston,Brasília,Bratislava,"
        "Bremen,Brisbane,Bristol,Brno,Brussels,Bruxelles,Bucharest,Budapest,Buenos Aires,"
        "Bydgoszcz,Cairo,Calgary,Cambridge,Canberra,Cape Town,Cardiff,Chicago,Chișinău,"
        "Cologne,Copenhagen,Cracow,Dakar,Dallas,Damascus,Debrecen,Delhi,Denver,Detroit,Dhaka,"
        "Dortmund,Dresden,Dubai,Dublin,Düsseldorf,Edinburgh,Eindhoven,Espoo,Essen,Florence,"
        "Frankfurt,Gdańsk,Gdynia,Geneva,Genoa,Ghent,Gent,Glasgow,Gothenburg,Göteborg,Graz,"
        "Grenoble,Groningen,Hamburg,Hanoi,Hannover,Havana,Helsinki,Houston,Innsbruck,"
        "Istanbul,Jakarta,Jerusalem,Johannesburg,Karlsruhe,Katowice,Kaunas,Kiel,Kielce,Kiev,"
        "Kyiv,Köln,Košice,Kraków,Kuala Lumpur,Lagos,Lausanne,Leeds,Leicester,Leipzig,Leuven,"
        "Liège,Lille,Lima,Linz,Lisbon,Lisboa,Liverpool,Ljubljana,London,Los Angeles,Lublin,"
        "Lviv,Lyon,Łódź,Madrid,Malaga,Malmö,Manchester,Manila,Mannheim,Marseille,Melbourne,"
        "Mexico City,Miami,Milan,Milano,Minsk,Montevideo,Montpellier,Montréal,Moscow,Mumbai,"
        "Munich,München,Münster,Nairobi,Nantes,Naples,New York,Newcastle,Nice,Nicosia,"
        "Nottingham,Nuremberg,Nürnberg,Odense,Odessa,Olsztyn,Opole,Oslo,Ostrava,Ottawa,Oulu,"
        "Oxford,Palermo,Paris,Philadelphia,Plovdiv,Plzeň,Porto,Potsdam,Poznań,Prague,Praha,"
        "Quito,Radom,Reykjavik,Riga,Rio de Janeiro,Rome,Roma,Rotterdam,Rzeszów,Salzburg,"
        "San Diego,San Francisco,Santiago,São Paulo,Sarajevo,Seattle,Seoul,Seville,Shanghai,"
        "Sheffield,Skopje,Sofia,Sopot,Southampton,Split,Stockholm,Strasbourg,Stuttgart,"
        "Sydney,Szczecin,Tallinn,Tampere,Tartu,Tbilisi,Tehran,The Hague,Thessaloniki,Tirana,"
        "Tokyo,Toronto,Toruń,Toulouse,Trento,Trieste,Trondheim,Tunis,Turin,Torino,Turku,"
        "Uppsala,Utrecht,Valencia,Valletta,Vancouver,Venice,Verona,Vienna,Wien,Vilnius,"
        "Warsaw,Warszawa,Washington,Wellington,Wrocław,Yerevan,Zagreb,Zaragoza,Zürich,Zurich"
    ).split(",")
)
_LONGEST = 5
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_WORDS = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]*)*\.?")
_INITIALED = re.compile(r"[^\W\d_][^\W\d_'’-]+(?:\.|, ?)([A-Z])\.?[ -]?([A-Z]?)\.?")
"""A surname and one or two initials: `Abbott.AH` and `Nowak, A.`"""
_TITLES = {*"dr prof mr mrs ms miss sir shri smt km hon herr frau pan pani dame lord".split()}
"""What stands before the names of people."""
OF_FIRMS = {
    *"ltd limited gmbh inc llc plc sa ag spa srl bv nv oy ab as co corp group".split(),
    *"holding partners sons foundation association society club union church".split(),
    *"hospital trust capital works law firm service services solutions consulting".split(),
    *"systems international bank media design studio and und".split(),
}
"""Words of the names of firms and other organisations."""


def is_given_name(word: str) -> bool:
    """Whether a word is the first name of many people.

    >>> is_given_name("Anna"), is_given_name("Acme")
    (True, False)
    """
    return fold(word) in _GIVEN


def is_person(text: str) -> bool:
    """Whether a text looks like the name of a person: two to five words, of which one is a first
    name, and none belongs to an organisation; or a surname and initials.

    >>> is_person("Anna Nowak"), is_person("Nowak, Anna"), is_person("Anna Works Ltd")
    (True, True, False)
    >>> is_person("Nowak.KB"), is_person("Nowak, A."), is_person("Acme, AG")
    (True, True, False)
    """
    if match := _INITIALED.fullmatch(text):
        return fold("".join(match.groups())) not in OF_FIRMS
    words = _IN_BRACKETS.sub("", text).replace(",", " ").split()
    if not 2 <= len(words) <= _LONGEST or not all(_WORDS.fullmatch(word) for word in words):
        return False
    folded = [fold(word.strip(".")) for word in words]
    if {*folded} & (OF_FIRMS | BODIES):
        return False
    titled = folded[0] in _TITLES
    ends = (folded[-1],) if "," in text else folded[:2]
    return titled or any(word.split("-")[0] in _GIVEN for word in ends)


def share_of_people(texts: Collection[str]) -> float:
    """The share of different texts that look like names of people, or are first names where most
    are.

    >>> share_of_people(["Anna", "Markus", "Jason"]), share_of_people(["Acme", "Anna", "Best"])
    (1.0, 0.0)
    """
    different = {*texts}
    first = sum(fold(text) in _GIVEN for text in different)
    people = first if 2 * first > len(different) else sum(map(is_person, different))
    return people / len(different) if different else 0.0


def is_city(text: str) -> bool:
    """Whether a text is the name of a large city.

    >>> is_city("Łódź"), is_city("Acme")
    (True, False)
    """
    return fold(plain(text)) in _CITIES or fold(text) in _CITIES
