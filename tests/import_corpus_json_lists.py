"""Groups with their members as lists in JSON under many words, each with what they state, by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "lists under a word that only the name of the file explains": (
        {
            "alliances.json": '[{"name": "Skyline", "airlines": ["Skyline", "Best Air"]}, '
            '{"name": "Oneair", "airlines": ["Cool Air"]}]'
        },
        """
        Best Air
        Best Air : Skyline
        Cool Air
        Cool Air : Oneair
        Oneair
        Skyline
        Skyline
        Skyline : Skyline
        """,
    ),
    "records under a word that only the name of the file explains": (
        {
            "alliances.json": '[{"name": "Skyline", "airlines": [{"name": "Acme", "country": "PL"}, '
            '{"name": "Best", "country": "DE"}]}, {"name": "Oneair", "airlines": [{"name": '
            '"Cool", "country": "DE"}]}]'
        },
        """
        @ Germany
        @ Poland
        Acme : Skyline
        Acme at=Poland
        Best : Skyline
        Best at=Germany
        Cool : Oneair
        Cool at=Germany
        Oneair
        Skyline
        """,
    ),
    "members as records in each of two groups by their names": (
        {
            "x.json": '{"Forum": {"members": [{"name": "Acme", "since": 2012}, {"name": "Best", '
            '"since": 2013}], "founded": 2010}, "Club": {"members": [{"name": "Cool", "since": '
            '2014}], "founded": 2012}}'
        },
        """
        Acme
        Acme : Forum | 2012..
        Best
        Best : Forum | 2013..
        Club founded=2012
        Cool
        Cool : Club | 2014..
        Forum founded=2010
        """,
    ),
    "lists of members by their roles in a record": (
        {
            "x.json": '{"data": {"items": [{"alliance": "Blue", "members": {"full": ["Acme", '
            '"Best"], "observer": ["Cool"]}}, {"alliance": "Red", "members": {"full": ["Cool"], '
            '"observer": []}}]}}'
        },
        """
        Acme
        Acme : Blue | full
        Best
        Best : Blue | full
        Blue (Association)
        Cool
        Cool : Blue | observer
        Cool : Red | full
        Red (Association)
        """,
    ),
    "lists in lists, of which nothing is lost": (
        {
            "x.json": '[{"project": "Water", "partners": [{"name": "Acme", "contacts": [{"name": '
            '"Jan", "email": "j@a.org"}, {"name": "Ewa", "email": "e@a.org"}]}, {"name": "Best", '
            '"contacts": []}]}, {"project": "Fire", "partners": [{"name": "Acme", "contacts": '
            '[{"name": "Jan", "email": "j@a.org"}]}]}]'
        },
        """
        Acme
        Acme * Fire | x_partners_contacts=Jan x_partners_contacts_email=j@a.org
        Acme * Water | x_partners_contacts=Jan|Ewa x_partners_contacts_email=j@a.org|e@a.org
        Best
        Best * Water
        [project] Fire
        [project] Water
        """,
    ),
    "one group and the list of its members": (
        {"x.json": '{"Blue Alliance": ["Acme", "Best"]}'},
        """
        Acme
        Acme : Blue Alliance
        Best
        Best : Blue Alliance
        Blue Alliance
        """,
    ),
    "a matrix whose rows are called alliances by a compound, with acronyms as other words": (
        {
            "m.csv": "Distrito,idalianza,Alianzanombre,FRA,EP,PAIS,GEN\nNorte,NORTEAZUL,Azul,1,0,1,0\n"
            "Sur,SURAZUL,Azul,0,1,1,0\nSur,SURROJO,Rojo,1,0,0,1\n"
        },
        """
        Azul x_distrito=Norte
        Azul x_distrito=Sur
        EP
        EP : Azul
        FRA
        FRA : Azul
        FRA : Rojo
        GEN
        GEN : Rojo
        PAIS
        PAIS : Azul
        PAIS : Azul
        Rojo x_distrito=Sur
        """,
    ),
    "projects with ids beside a column of the same meaning without any": (
        {
            "hankkeet.csv": "Hanke;AlkuPvm;Organisaatio;ProjektiId;Projekti\nKärki;2014-01-01;Acme;1;"
            "Vesi\nKärki;2015-01-01;Best;2;Tuli\n;2014-01-01;Best;1;Vesi\n"
        },
        """
        Acme
        Acme * Vesi
        Best
        Best * Tuli
        Best * Vesi
        [project] Tuli 2015-01-01.. x_hanke=Kärki x_projekti_id=2
        [project] Vesi 2014-01-01.. x_hanke=Kärki x_projekti_id=1
        """,
    ),
    "agreements with a list of records for each of their sides": (
        {
            "register.json": '[{"no": "b32", "name": "Green Town", "nip": "1181428468", "sort": "road",'
            ' "contractors": [{"name": "Acme", "nip": "5260250995"}], "procurers": [{"name": "Green Town",'
            ' "nip": "1181428468"}]},'
            ' {"no": "b33", "name": "Green Town", "sort": "roof", "contractors": [{"name": "Best"},'
            ' {"name": "Acme"}], "procurers": [{"name": "School 2"}]}]'
        },
        """
        Acme nip=5260250995
        Acme ~ Green Town | contractors .. x_sort=road
        Acme ~ Green Town | contractors .. x_sort=roof
        Best
        Best ~ Green Town | contractors .. x_sort=roof
        Green Town nip=1181428468
        Green Town ~ Green Town | procurers .. x_sort=road
        School 2
        School 2 ~ Green Town | procurers .. x_sort=roof
        [agreement] Green Town .. x_agreement_nip=1181428468 x_no=b32
        [agreement] Green Town .. x_no=b33
        """,
    ),
}
