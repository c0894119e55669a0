"""Files of which graphkit cannot tell what rows are: it stops, also when told to accept what it
proposes. Each with what it says, by hand.
"""

from __future__ import annotations

_LOAD = "; load it to get a mapping to look over"

_MEMBERS = ("Alpha Bank", "Beta Works", "Cedar Energy")
_PAIRS = ("a1", "b1", "b2", "c2", "c3", "a3")


def _gexf(groups: str) -> bytes:
    """A network of three members and three groups, of which nothing but the edges tells both."""
    named = [*zip("abc", _MEMBERS, strict=True), *zip("123", groups.split(","), strict=True)]
    nodes = "".join(f'<node id="{key}" label="{name}"/>' for key, name in named)
    edges = "".join(f'<edge source="{one}" target="{other}"/>' for one, other in _PAIRS)
    return (
        '<gexf xmlns="http://gexf.net/1.3"><graph defaultedgetype="directed">'
        f"<nodes>{nodes}</nodes><edges>{edges}</edges></graph></gexf>"
    ).encode()


BROKEN: dict[str, tuple[dict[str, bytes], str, str]] = {
    "a column whose unknown name holds a word for projects, beside groups": (
        {"x.csv": b"Prosjektforkynavn,Nettverk\nVANN,Forum\nILD,Forum\nJORD,Klubben\n"},
        "",
        "x.csv: Prosjektforkynavn holds a word for a group, and is taken for the organisations",
    ),
    "topics and subtopics, one of which is called as a topic": (
        {
            "themes.csv": b"Thema,Subthema,Keywords\nPolice,Training,school\nPolice,Tracing,search\n"
            b"Tracing,Search rooms,room\nTracing,Search parties,party\n"
        },
        "",
        "themes.csv: no column is called an organisation or a group; Subthema is taken for the former, "
        "and Thema for the latter",
    ),
    "members of parties by numbers that no table explains": (
        {
            "parties.json": b'[{"id": 1, "name": "Blue", "member_ids": [11, 12, 13]}, '
            b'{"id": 2, "name": "Red", "member_ids": [14, 15]}]'
        },
        "",
        "parties.json: member_ids holds numbers, and no column holds names; give also the table that "
        "says what they number",
    ),
    "edges of a graph that lead to codes": (
        {"operations.gexf": _gexf("OPL-231,OPL-245,OPL-300")},
        "",
        "operations.gexf, edges: target holds codes (OPL-231, OPL-245, OPL-300), which would be "
        "taken for the names of organisations; they may number what the others take part in; if "
        "both are organisations that are tied, write ties, a id and b id; such groups are written "
        "to a mapping; look it over and load again",
    ),
    "a graph that is called a network of two modes": (
        {"forums-two-mode.gexf": _gexf("Water,Gas,Energy")},
        "",
        "forums-two-mode.gexf, edges: the file is called 'two mode', and no node is at both ends "
        "of edges, so that target may hold groups (Water, Gas, Energy)",
    ),
    "members of several communities in a column of an unknown name": (
        {
            "partners.csv": b"KIC,Partner name,Centre,Joined\nEIT Alpha,Acme,Berlin,2016\n"
            b"EIT Alpha,Best,Warsaw,2018\nEIT Beta,Acme,Munich,2019\nEIT Beta,Best,Warsaw,2018\n"
        },
        "",
        "partners.csv: 'Acme' and 1 more rows repeat a name and differ in KIC and Centre; KIC may "
        f"be the group{_LOAD}",
    ),
    "members of alliances that only a number tells apart": (
        {
            "alliance_by_member.csv": b"version4id,state_name,mem_st_day,mem_st_month,mem_st_year,"
            b"defense\n1,United Kingdom,1,1,1816,1\n1,Portugal,1,1,1816,1\n2,United Kingdom,1,5,"
            b"1816,1\n2,Portugal,1,5,1816,1\n3,United Kingdom,4,4,1949,1\n"
        },
        "",
        "alliance_by_member.csv: 'United Kingdom' and 2 more rows repeat a name and differ in "
        f"version4id; version4id may be the group{_LOAD}",
    ),
    "partners of communities in a short list whose file says no more": (
        {
            "partners.csv": b"Partner name,City,KIC\nAcme,Berlin,EIT Alpha\nBest,Warsaw,EIT Beta\n"
            b"Cool,Oslo,EIT Alpha\n"
        },
        "",
        "partners.csv: nothing but the name of the file says of what all rows are members; KIC may "
        f"name it{_LOAD}",
    ),
    "members of alliances in full columns": (
        {
            "alliance_v4.1_by_member.csv": b"version4id,ccode,state_name,all_st_day,all_st_month,"
            b"all_st_year,ss_type,mem_st_day,mem_st_month,mem_st_year,defense,neutrality,entente\n"
            b"1,200,United Kingdom,1,1,1816,Type I,1,1,1816,1,0,0\n"
            b"1,235,Portugal,1,1,1816,Type I,1,1,1816,1,0,0\n"
            b"2,200,United Kingdom,1,5,1816,Type II,1,5,1816,0,1,0\n"
        },
        "",
        "alliance_v4.1_by_member.csv: a row repeats 'United Kingdom', and differs in version4id and "
        f"ss_type; version4id may be the group{_LOAD}",
    ),
    "states of which a column says whether they were allies": (
        {
            "alliances.csv": b"country,enter,exit,is_ally\nBelgium,8/14/1914,11/11/1918,1\n"
            b"Germany,8/1/1914,11/11/1918,0\nTurkey,10/29/1914,10/30/1918,0\n"
        },
        "",
        "alliances.csv: is_ally holds yes and no, and rows with yes are taken for members "
        "of 'is_ally'; if they are members of nothing, write \"member attribute\" for it" + _LOAD,
    ),
    "names of shares beside the symbols of the exchange": (
        {
            "list.csv": b"Symbol,Security,Added\nACM,Acme,2001-02-03\nBST,Best,2002-02-03\n"
            b"COO,Cool,2003-02-03\n"
        },
        "",
        "list.csv: no column is called an organisation, and Security is taken for it; if another "
        f'names organisations, write "member" for that one{_LOAD}',
    ),
    "a file that is called after several coalitions": (
        {
            "coalitions.csv": b"Abbreviation,Organizations,Membership\nAC,Acme Coalition,\n"
            b'BC,Best Coalition,"AC, CC"\nCC,Cool Coalition,AC\n'
        },
        "",
        f"coalitions.csv: Membership names organisations of other rows, which then are the groups{_LOAD}",
    ),
    "countries of teams, without column names": (
        {
            "work.csv": b"GRAMA,ZA\nDRIM,CA\nSILEX,TN\nSILEX,GB\nBD,TN\nDRIM,DZ\nGRAMA,US\nGRAMA,GB\n"
        },
        "",
        "work.csv: column 2 holds codes of countries (ZA, CA, TN), which are taken for",
    ),
    "organisations and their countries, without column names": (
        {"firms.csv": b"Acme Works,Poland,2014\nBest,Germany,2015\nCool Ltd,France,2013\n"},
        "",
        "firms.csv: column 2 holds countries (Poland, Germany, France), which are taken for where",
    ),
    "columns called by codes": (
        {
            "savedrecs.txt": b"AU\tTI\tSO\tPY\nDoe, J\tNetworks\tSOC NETW\t2020\n"
            b"Poe, B\tTies\tSCIENCE\t2021\n"
        },
        "",
        "savedrecs.txt: AU seems to hold people (Doe, J, Poe, B), who are not organisations",
    ),
    "numbers that say how large companies are": (
        {
            "firms.csv": b"Company,Employees,Turnover,Patents\nAcme,10,,3\nBest,,200,\nCool,9,,\n"
            b"Done,,,4\nEast,,500,\n"
        },
        "",
        "firms.csv: Employees and Turnover and Patents hold numbers and are taken for groups; if "
        f'they say something of the organisations, write "member attribute" for them{_LOAD}',
    ),
    "several years of each company": (
        {
            "firms.csv": b"Company,Fiscal year,Staff\nAcme,2014,10\nAcme,2015,12\nBest,2014,3\n"
            b"Best,2015,4\n"
        },
        "",
        "firms.csv: 'Acme' and 1 more rows repeat a name and differ in Fiscal year and Staff; so "
        "that all of it is kept, the rows are taken for members of 'Firms'; if one of them names a "
        f'group, write "group" for it{_LOAD}',
    ),
    "projects of the same title with other dates": (
        {
            "projects.csv": b"Project title,Project start,Partner\nWater,2014,Acme\n"
            b"Water,2015,Best\nWater,2016,Cool\nWind,2014,Acme\n"
        },
        "",
        "projects.csv: rows with the same Project title differ in Project start; if each row is "
        f'one of its own, write "group id" for a column that tells them apart{_LOAD}',
    ),
    "titles alone": (
        {"works.csv": b"Title,Pages\nWind at sea,12\nQuiet pumps,30\n"},
        "",
        "works.csv: Title is taken for the names of organisations; if it holds the titles of "
        'projects or agreements, write "group" for it, and "member" for who is in them' + _LOAD,
    ),
    "several columns that are called names": (
        {
            "deals.csv": b"Company,AAA_NAME,BBB_NAME\nAcme,Oslo Port,Kiel Port\n"
            b"Best,Oslo Port,Turku Port\nCool,Bergen Port,Kiel Port\n"
        },
        "",
        "deals.csv: AAA_NAME and BBB_NAME hold names too; if they name organisations, write such "
        f'as "member as buyer" for them, and "group" for what they have in common{_LOAD}',
    ),
    "pairs of states and years with codes": (
        {
            "igo_dyad.csv": b"dyadid,country1,country2,year,AAAID,AALCO,ICO\n1,usa,canada,2001,0,0,1"
            b"\n1,usa,canada,2002,0,1,0\n2,usa,bahamas,2001,0,0,0\n2,usa,bahamas,2002,1,0,0\n"
        },
        "",
        "igo_dyad.csv: each row is two names and a year, and AAAID, AALCO, ICO hold codes, which are "
        "taken for kinds of ties; if a code says that both are in a group, give a table of who is "
        f"in which group{_LOAD}",
    ),
    "a register of how far companies are committed": (
        {
            "register.csv": b"Company Name,LEI,Sector,Target Status,Net-Zero Committed,Date\n"
            b"Acme,,Energy,Targets Set,No,2021-03-04\nBest,,Banks,Committed,Yes,2022-05-06\n"
        },
        "",
        "register.csv: Target Status says how far organisations are committed to something, and no "
        f"column says to what; the group of all rows is called after the file{_LOAD}",
    ),
    "memberships in organisations of other rows": (
        {
            "actors.csv": b'Name,Abbreviation,Type,Membership\nAcme Alliance,AA,union,"BC, CF"\n'
            b"Best Coalition,BC,union,CF\nCool Front,CF,union,\n"
        },
        "",
        "actors.csv: Membership names organisations of other rows, which then are the groups",
    ),
    "a file that is called after what its rows belong to": (
        {
            "office-to-hub.csv": b"organisation,informal-name,hub,area\no:A,Ash,north,Hills\n"
            b"o:B,Elm,north,Coast\no:C,Oak,south,Coast\no:D,Yew,south,Hills\n"
        },
        "",
        "office-to-hub.csv: the file seems to say which hub each row belongs to; if it does, that "
        f"is the group{_LOAD}",
    ),
    "two names of one, beside a third column of names": (
        {
            "hubs.csv": b"Organisation,Cluster,Bodies\nA 1,Ash Cluster,City of Elm\nA 1,Ash Cluster,"
            b"City of Oak\nA 2,Yew Cluster,City of Fir\n"
        },
        "",
        "hubs.csv: Organisation and Cluster seem to be two names of one; if Bodies names the "
        'members, write "member" for it, and "group" for one of the others' + _LOAD,
    ),
    "signatories in a row for each place": (
        {
            "signatories.csv": b"signatory,district,member\nAcme,Ash,A. Doe\nAcme,Elm,B. Poe\n"
            b"Best,Ash,A. Doe\nBest,Oak,C. Roe\n"
        },
        "",
        "signatories.csv: signatories stand in several rows, which differ in district; what each row "
        'says is kept with the signature; if district names a group, write "group" for it' + _LOAD,
    ),
    "offices whose headquarters signed": (
        {
            "signatories.csv": b"Publisher,Type,GB signatory\nAcme Oslo,NGO,Acme\n"
            b"Acme Rome,NGO,Acme\nBest Kiel,NGO,Best\n"
        },
        "",
        "signatories.csv: GB signatory names members of 'Signatories' too, and the rows may belong "
        'to these; if the rows are members themselves, write group = "Signatories", and "member '
        f'attribute" for it{_LOAD}',
    ),
    "kinds of organisations among countries": (
        {
            "signatories.csv": b'Country,Organization\n"Academies, learned societies, their associ'
            b'ations and others of this kind",Acme\nAlbania,Acme\nAlbania,Best\nAndorra,Cool\n'
        },
        "",
        "signatories.csv: signatories stand in several rows, which differ in Country; what each row "
        "says is kept with the signature",
    ),
    "a matrix of ties in the codes of yes and no": (
        {"ties.csv": b"Organisation,Acme,Best,Cool\nAcme,,1,2\nBest,1,,2\nCool,2,1,\n"},
        "",
        "ties.csv: the cells hold 1 and 2 only, and none is blank: they may be the codes of yes and "
        f'no; the rarer is taken for yes; if it means no, write cells = "2 is yes"{_LOAD}',
    ),
    "people with a column for each working group": (
        {
            "members.csv": "Name,Town,Energy group,Water group\nAnna Nowak,Kraków,x,\nJan Kowalski,"
            "Łódź,,✓\nEwa Wu,Łódź,tak,1\n".encode()
        },
        "",
        "members.csv: Name seems to hold people (Anna Nowak, Jan Kowalski, Ewa Wu), who are not "
        'organisations; if another column names these, write "member" for that one; if people '
        f"stand for them here, leave the mapping as it is{_LOAD}",
    ),
    "people by their column, with marks for groups": (
        {
            "klub.csv": "Imię i nazwisko,Miasto,Energia,Woda\nXenia Qu,Łódź,x,\nYvo Zed,Radom,,1\n"
            "Zed Abo,Radom,tak,1\n".encode()
        },
        "",
        "klub.csv: Imię i nazwisko seems to hold people (Xenia Qu, Yvo Zed, Zed Abo), who are not "
        "organisations",
    ),
    "a matrix of cities": (
        {"m.csv": b"City,Energy,Water,Transport\nLondon,x,,x\nParis,,x,\nBerlin,x,x,\n"},
        "",
        "m.csv: City holds cities (London, Paris, Berlin), which are taken for organisations; if "
        f"another column names these, write 'member' for that one{_LOAD}",
    ),
    "a matrix with a column for each country": (
        {"m.csv": b"Organisation,Germany,France,Poland\nAcme,1,0,1\nBest,1,0,0\nCool,0,1,1\n"},
        "",
        "m.csv: the columns are called after countries (Germany, France, Poland), which are taken "
        'for groups; if the cells say where somebody works, write "member attribute" for them'
        f"{_LOAD}",
    ),
    "a matrix of which the rows are sectors": (
        {"m.csv": b",Acme,Best,Cool\nEnergy,1,1,0\nHealth,0,0,1\nTransport,1,0,1\n"},
        "",
        "m.csv: the rows are called after sectors or topics (Energy, Health, Transport), so the "
        "columns are taken for organisations; if the rows are organisations, write "
        f'"member" for column 1, and "group column" for the others{_LOAD}',
    ),
    "a list of capitals": (
        {"capitals.json": b'[{"name": "Abuja", "state": "x"}, {"name": "Dili", "state": "y"}]'},
        "",
        "capitals.json: the list is called 'capitals', and name is taken for the names of "
        f"organisations; if it names something else, give a file that names organisations{_LOAD}",
    ),
    "a list of cities that nothing calls so": (
        {"list.json": b'[{"name": "Warsaw", "area": 5}, {"name": "Paris", "area": 7}]'},
        "",
        "list.json: name holds cities (Warsaw, Paris), which are taken for organisations; if "
        f"another column names these, write 'member' for that one{_LOAD}",
    ),
    "numbers of members that nothing names": (
        {"m.csv": b"Member,Group\n101,Water\n102,Water\n103,Energy\n101,Energy\n"},
        "",
        "m.csv: Member holds numbers (101, 102, 103), which are taken for the names of "
        "organisations; if it numbers them, give also the table that says what of",
    ),
    "ministers, of whom some have two posts": (
        {
            "council.json": b'[{"name": "Shri Ravi Qu", "rank": "Minister", "for": "Trade"}, {"name"'
            b': "Smt. Asha Qu", "rank": "Minister", "for": "Rail"}, {"name": "Shri Ravi Qu", "rank":'
            b' "Minister of State", "for": "Law"}]'
        },
        "",
        "council.json: name seems to hold people (Shri Ravi Qu, Smt. Asha Qu), who are not "
        "organisations",
    ),
    "ties between the numbers of decisions": (
        {
            "edges.csv": b"Origin,Destination,Count\n09-DCC-10,09-DCC-04,1\n09-DCC-24,09-DCC-04,4\n"
            b"09-DCC-24,09-DCC-06,2\n09-DCC-25,09-DCC-01,1\n"
        },
        "",
        "edges.csv: Origin holds codes (09-DCC-10, 09-DCC-24, 09-DCC-25), which are taken for the "
        "names of organisations",
    ),
    "conflicts beside alliances": (
        {
            "world.json": b'{"alliances": [{"name": "North", "members": ["Acme", "Best"]}, {"name": '
            b'"South", "members": ["Best", "Cool"]}], "conflicts": [{"name": "Border war", "level": '
            b'3}, {"name": "Sea dispute", "level": 5}]}'
        },
        "",
        "world.json, sheet conflicts: name is taken for the names of organisations, and no other "
        'table names any of them; if they are something else, write shape = "skip" for this table',
    ),
    "payments to parties, each in a row of its own": (
        {
            "bonds.csv": b",cashed_on,political_party,denomination\n0,2019-04-12,First Party,1000\n"
            b"1,2019-04-12,First Party,5000\n2,2019-05-02,Second Party,1000\n3,2019-05-03,Second Party,2000\n"
        },
        "",
        "bonds.csv: 'First Party' and 1 more rows repeat a name and differ in cashed_on and",
    ),
    "people with their affiliations and where they took part": (
        {
            "list.csv": b"Name,context,affiliation\nAnn Qu,Fair,Acme\nMartin Ro,Fair,Best\n"
            b"Peter Su,Talk,Acme\nPaul Ta,Talk,Cool\n"
        },
        "",
        "list.csv: Name seems to hold people (Ann Qu, Martin Ro, Peter Su), who are not "
        f"organisations; affiliation is taken for organisations in their place{_LOAD}",
    ),
    "supporters by their last and first names, each line in quotation marks": (
        {
            "supporters.csv": b'"name,""given_name"",""affiliation"""\n"Qu,""Xi"",""Acme, Oslo"""\n'
            b'"Ro,""Yu"",""Best, Bonn"""\n'
        },
        "",
        "supporters.csv: name seems to hold people (Qu, Ro), who are not organisations; "
        f"affiliation is taken for organisations in their place{_LOAD}",
    ),
    "centres of universities": (
        {
            "centres.csv": b"abbr,uni,center\nBWC,Alpha,Water Lab\nEBI,Alpha,Energy Hub\n"
            b"EIB,Beta,Business Lab\nAEI,Beta,Sea Hub\n"
        },
        "",
        "centres.csv: uni repeats its names beside others in center, which are taken for parts of "
        f'it; if they are not, write "member" for uni{_LOAD}',
    ),
    "funders of centres that have short names": (
        {
            "funders.csv": b"funder,abbr,industry\nAcme,BW,oil\nBest,BW,oil\nCool,BW,gas\n"
            b"Done,EI,gas\nEast,EI,oil\n"
        },
        "",
        "funders.csv: several organisations share the same abbr, so that this may be short for what "
        f'they belong to; if it is not, write "member attribute" for it{_LOAD}',
    ),
    "two columns of which neither is called anything known": (
        {"list.csv": "Перевозчик,Направления\nАкме,Север\nБест,Юг\nКул,Север\n".encode()},
        "",
        "list.csv: no column is called an organisation or a group; Перевозчик is taken for the "
        "former, and Направления for the latter",
    ),
    "amounts of years, in rows that repeat a name": (
        {
            "use.csv": b"state,user,2020,2021,2022\nNorth,Acme,2020,15,30\nNorth,Best,4,2021,9\n"
            b"South,Acme,20,25,\nSouth,Cool,7,8,9\nSouth,Done,5,6,7\n"
        },
        "",
        "use.csv: no column is called an organisation, and user is taken for it",
    ),
    "firms in a file that is called after people": (
        {
            "lobbyists.json": b'[{"id": "a", "title": "Acme Works"}, {"id": "b", "title": "Best Ltd"'
            b'}, {"id": "c", "title": "Cool"}, {"id": "d", "title": "Done"}, {"id": "e", "title": '
            b'"East"}]'
        },
        "",
        "lobbyists.json: title is taken for the names of organisations",
    ),
    "letters with their addresses": (
        {
            "letters.csv": b"org,date,quote,doc_url\nAcme,2022-09-01,We ask,https://a.example/1\n"
            b"Acme,2023-06-23,We say,https://a.example/2\nBest,2023-06-23,We,https://a.example/2\n"
            b"Best,2023-06-24,No,https://a.example/3\n"
        },
        "",
        "letters.csv: 'Acme' and 1 more rows repeat a name and differ in",
    ),
}
