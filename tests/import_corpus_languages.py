"""Tables and lists with names of columns in many languages, each with what it states, by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "a Norwegian list of projects and their partners": (
        {
            "prosjekter.csv": "Prosjektkortnavn;Organisasjonsnavn;Organisasjonsnummer;Prosjekttittel;Prosjektstart;Rolle\n"
            "VANN;Acme;912000001;Rent vann;2014-01-01;koordinator\n"
            "VANN;Best;912000002;Rent vann;2014-01-01;partner\n"
            "ILD;Best;912000002;Trygg ild;2015-03-01;koordinator\n",
        },
        """
        Acme
        Acme * Rent vann | coordinator
        Best
        Best * Rent vann | partner
        Best * Trygg ild | coordinator
        [project] Rent vann 2014-01-01.. x_prosjektkortnavn=VANN
        [project] Trygg ild 2015-03-01.. x_prosjektkortnavn=ILD
        """,
    ),
    "a Finnish list of members of an association": (
        {
            "jasenet.csv": "Jäsenjärjestö;Verkosto;Kotipaikka;Liittymisvuosi\nAcme;Itämeri;Turku;2014\n"
            "Best;Itämeri;Oulu;2016\n",
        },
        """
        @ Oulu
        @ Turku
        Acme : Itämeri | 2014..
        Acme at=Turku
        Best : Itämeri | 2016..
        Best at=Oulu
        Itämeri (Association)
        """,
    ),
    "Swedish companies in clusters, with letters of English only": (
        {
            "foretag.csv": "Foeretag,Kluster,Hemsida,Startaar\nAcme,Vatten,www.acme.se,2014\n"
            "Best,Vatten,www.best.se,2015\n",
        },
        """
        Acme : Vatten | 2014..
        Acme website=http://www.acme.se
        Best : Vatten | 2015..
        Best website=http://www.best.se
        Vatten (Cluster)
        """,
    ),
    "Hungarian signatories of an agreement": (
        {
            "megallapodas.csv": "Szervezet neve;Megállapodás;Aláírás dátuma;Ország\n"
            "Acme;Tiszta Víz;2014.11.07.;Magyarország\nBest;Tiszta Víz;2014.11.12.;Ausztria\n",
        },
        """
        @ Austria
        @ Hungary
        Acme at=Hungary
        Acme ~ Tiszta Víz | 2014-11-07..
        Best at=Austria
        Best ~ Tiszta Víz | 2014-11-12..
        [agreement] Tiszta Víz ..
        """,
    ),
    "Czech parties in coalitions": (
        {
            "koalice.csv": "Politická strana,Koalice,Datum vstupu,Datum ukončení\n"
            "Modří,Modří,2014-01-01,2016-12-31\nZelení,Modří,2014-01-01,2015-06-30\n"
            "Rudí,Rudí,2014-01-01,\n",
        },
        """
        Modří
        Modří
        Modří : Modří | 2014-01-01..2016-12-31
        Rudí
        Rudí
        Rudí : Rudí | 2014-01-01..
        Zelení
        Zelení : Modří | 2014-01-01..2015-06-30
        """,
    ),
    "Greek partners of projects": (
        {
            "etairoi.csv": "Εταίρος,Έργο,Ρόλος,Χώρα\nAcme,Νερό,συντονιστής,Ελλάδα\n"
            "Best,Νερό,εταίρος,Κύπρος\n",
        },
        """
        @ Cyprus
        @ Greece
        Acme * Νερό | coordinator
        Acme at=Greece
        Best * Νερό | partner
        Best at=Cyprus
        [project] Νερό
        """,
    ),
    "Ukrainian members of a union, with people": (
        {
            "chleny.csv": "Назва організації;Об'єднання;Дата вступу;Місто;Прізвище\n"
            "Acme;Чиста вода;07.11.2014;Львів;Коваль\n"
            "Best;Чиста вода;12.11.2014;Одеса;Мельник\n",
        },
        """
        @ Львів
        @ Одеса
        Acme : Чиста вода | 2014-11-07.. x_прізвище=Коваль
        Acme at=Львів
        Best : Чиста вода | 2014-11-12.. x_прізвище=Мельник
        Best at=Одеса
        Чиста вода
        """,
    ),
    "members of a Turkish union": (
        {
            "uyeler.csv": "Üye kuruluş;Birlik;Katılım yılı;Şehir\nAcme;Temiz Su;2014;İzmir\n"
            "Best;Temiz Su;2016;Bursa\n",
        },
        """
        @ Bursa
        @ İzmir
        Acme : Temiz Su | 2014..
        Acme at=İzmir
        Best : Temiz Su | 2016..
        Best at=Bursa
        Temiz Su (Association)
        """,
    ),
    "Lithuanian members by the name of their organisation": (
        {
            "nariai.csv": "Organizacijos pavadinimas;Asociacija;Įstojimo data;Miestas\n"
            "Acme;Vanduo;2014-01-02;Kaunas\nBest;Vanduo;2015-02-03;Vilnius\n",
        },
        """
        @ Kaunas
        @ Vilnius
        Acme : Vanduo | 2014-01-02..
        Acme at=Kaunas
        Best : Vanduo | 2015-02-03..
        Best at=Vilnius
        Vanduo (Association)
        """,
    ),
    "Estonian members of a network, with numbers of a register": (
        {
            "liikmed.csv": "Organisatsiooni nimi;Võrgustik;Liitumise kuupäev;Linn;Registrikood\n"
            "Acme;Vesi;02.01.2014;Tartu;10000001\nBest;Vesi;03.02.2015;Narva;10000002\n",
        },
        """
        @ Narva
        @ Tartu
        Acme : Vesi | 2014-01-02..
        Acme at=Tartu
        Best : Vesi | 2015-02-03..
        Best at=Narva
        Vesi
        """,
    ),
    "members of a Dutch partnership": (
        {
            "leden.csv": "Naam van de organisatie;Samenwerkingsverband;Plaats;Lid sinds\n"
            "Acme;Water;Delft;2014\nBest;Water;Breda;2016\n",
        },
        """
        @ Breda
        @ Delft
        Acme : Water | 2014..
        Acme at=Delft
        Best : Water | 2016..
        Best at=Breda
        Water
        """,
    ),
    "members of a Romanian alliance": (
        {
            "membri.csv": "Denumirea organizației;Alianța;Județul;Data aderării\nAcme;Apă;Cluj;02.01.2014\n"
            "Best;Apă;Iași;03.02.2015\n",
        },
        """
        @ Cluj
        @ Iași
        Acme : Apă | 2014-01-02..
        Acme at=Cluj
        Apă
        Best : Apă | 2015-02-03..
        Best at=Iași
        """,
    ),
    "parties in a Brazilian coalition": (
        {
            "p.csv": "Partido;Coligação;Ano de adesão;UF\nAzul;Frente;2014;SP\nVerde;Frente;2015;RJ\n",
        },
        """
        Azul
        Azul : Frente | 2014.. x_uf=SP
        Frente
        Verde
        Verde : Frente | 2015.. x_uf=RJ
        """,
    ),
    "Danish companies in an association": (
        {
            "d.csv": "Virksomhed;Forening;Indmeldelsesdato;Postnr\nAcme;Vand;02-01-2014;5000\n"
            "Best;Vand;03-02-2015;8000\n",
        },
        """
        Acme
        Acme : Vand | 2014-01-02.. x_postnr=5000
        Best
        Best : Vand | 2015-02-03.. x_postnr=8000
        Vand (Association)
        """,
    ),
    "a date of birth beside Norwegian members, which begins no membership": (
        {
            "x.csv": "Medlem;Forening;Fødselsdato\nAcme;Vann;2014-01-02\nBest;Vann;2015-02-03\n",
        },
        """
        Acme
        Acme : Vann | x_fødselsdato=2014-01-02
        Best
        Best : Vann | x_fødselsdato=2015-02-03
        Vann (Association)
        """,
    ),
    "groups of a JSON that are called as a member of theirs": (
        {
            "coaliciones.json": '[{"nombre": "Frente", "partidos": ["Frente", "PS"]}, {"nombre": "Unidad", '
            '"partidos": ["PC", "PS"]}]',
        },
        """
        Frente
        Frente
        Frente : Frente
        PC
        PC : Unidad
        PS
        PS : Frente
        PS : Unidad
        Unidad
        """,
    ),
    "lists of names by groups, of which one is called as its group": (
        {
            "clusters.json": '{"Forum": ["Forum", "Best"], "Club": ["Best", "Cool"]}',
        },
        """
        Best
        Best : Club
        Best : Forum
        Club
        Cool
        Cool : Club
        Forum
        Forum
        Forum : Forum
        """,
    ),
    "roles of members by the names of their groups": (
        {
            "boards.json": '{"Forum": {"Acme": "chair", "Best": "member"}, "Club": {"Best": "chair", '
            '"Cool": "observer"}}',
        },
        """
        Acme
        Acme : Forum | chair
        Best
        Best : Club | chair
        Best : Forum
        Club
        Cool
        Cool : Club | observer
        Forum
        """,
    ),
    "a member of a list that is called as the group of the file": (
        {
            "forum.csv": "Member of,Member,Joined\nForum,Forum,2014\nForum,Best,2015\n",
        },
        """
        Best
        Best : Forum | 2015..
        Forum
        Forum (Association)
        Forum : Forum | 2014..
        """,
    ),
    "twin towns in Swedish": (
        {
            "vanorter.csv": "Kommun;Vänort;Land;År\nLund;Zabrze;Polen;1990\nLund;Greifswald;Tyskland;"
            "1991\nMalmö;Szczecin;Polen;1988\n",
        },
        """
        Greifswald
        Greifswald = Lund | 1991.. x_land=Tyskland
        Lund
        Lund = Zabrze | 1990.. x_land=Polen
        Malmö
        Malmö = Szczecin | 1988.. x_land=Polen
        Szczecin
        Zabrze
        """,
    ),
    "sister cities, each with its country": (
        {
            "sister_cities.csv": "City,Country,Sister city,Sister country,Since\nLund,SE,Zabrze,PL,"
            "1990\nMalmö,SE,Szczecin,PL,1988\n",
        },
        """
        Lund
        Lund = Zabrze | 1990.. x_country=SE x_sister_country=PL
        Malmö
        Malmö = Szczecin | 1988.. x_country=SE x_sister_country=PL
        Szczecin
        Zabrze
        """,
    ),
}
