"""Agreements, their signatories and cases, each with what it states, worked out by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "signatories": (
        {
            "signatories_of_the_charter.csv": (
                "Signatory,Signed on,Website\n"
                "Acme,07/11/2014,acme.example.org\n"
                "Best,25/11/2014,https://best.example\n"
            ),
        },
        """
        Acme website=http://acme.example.org
        Acme ~ Signatories of the charter | 2014-11-07..
        Best website=https://best.example
        Best ~ Signatories of the charter | 2014-11-25..
        [charter] Signatories of the charter ..
        """,
    ),
    "signed in Polish": (
        {
            "porozumienie.csv": (
                "Sygnatariusz;Data podpisania;Strona www\n"
                "Gmina Ząbki;7.11.2014;www.zabki.example\n"
                "Fundacja Źródło;12.11.2014;\n"
            ),
        },
        """
        Fundacja Źródło
        Fundacja Źródło ~ Porozumienie | 2014-11-12..
        Gmina Ząbki website=http://www.zabki.example
        Gmina Ząbki ~ Porozumienie | 2014-11-07..
        [agreement] Porozumienie ..
        """,
    ),
    "French list": (
        {
            "signataires.csv": ("Signataire,Pays,Date\nAcme,FR,2014-11-07\nBest,BE,2014-11-08\n"),
        },
        """
        @ Belgium
        @ France
        Acme at=France
        Acme ~ Signataires | 2014-11-07..
        Best at=Belgium
        Best ~ Signataires | 2014-11-08..
        [agreement] Signataires ..
        """,
    ),
    "covenant": (
        {
            "signatories.csv": (
                "Name of the signatory,Country,Population,Date of adhesion,Status\n"
                "Kielce,Poland,190000,07/11/2014,Active\n"
                "Bonn,Germany,300000,13/12/2014,On hold\n"
            ),
        },
        """
        @ Germany
        @ Poland
        Bonn x_population=300000 x_status=On hold at=Germany
        Bonn ~ Signatories | 2014-12-13..
        Kielce x_population=190000 x_status=Active at=Poland
        Kielce ~ Signatories | 2014-11-07..
        [agreement] Signatories ..
        """,
    ),
    "agreements one signature per row": (
        {
            "agreements.csv": (
                "Agreement,Signatory,Date\n"
                "Pact A,Acme,2014-11-07\n"
                "Pact A,Best,2014-11-07\n"
                "Pact B,Acme,2015-01\n"
            ),
        },
        """
        Acme
        Acme ~ Pact A
        Acme ~ Pact B
        Best
        Best ~ Pact A
        [agreement] Pact A 2014-11-07..
        [agreement] Pact B 2015-01..
        """,
    ),
    "agreements several signatures in a cell": (
        {
            "agreements.csv": (
                "Title,Signatories,Date signed\n"
                "Pact A,Acme; Best; Cool,2014-11-07\n"
                "Pact B,Acme; Cool,2015\n"
            ),
        },
        """
        Acme
        Acme ~ Pact A
        Acme ~ Pact B
        Best
        Best ~ Pact A
        Cool
        Cool ~ Pact A
        Cool ~ Pact B
        [agreement] Pact A 2014-11-07..
        [agreement] Pact B 2015..
        """,
    ),
    "agreements with commas": (
        {
            "agreements.csv": (
                'Agreement,Parties,Year\nPact A,"Acme, Best, Cool",2014\nPact B,"Acme, Cool",2015\n'
            ),
        },
        """
        Acme
        Acme ~ Pact A
        Acme ~ Pact B
        Best
        Best ~ Pact A
        Cool
        Cool ~ Pact A
        Cool ~ Pact B
        [agreement] Pact A 2014..
        [agreement] Pact B 2015..
        """,
    ),
    "agreements with a column per party": (
        {
            "deals.csv": (
                "Agreement,Party 1,Party 2,Party 3,Date\n"
                "Pact A,Acme,Best,Cool,2014\n"
                "Pact B,Acme,Best,,2015\n"
            ),
        },
        """
        Acme
        Acme ~ Pact A
        Acme ~ Pact B
        Best
        Best ~ Pact A
        Best ~ Pact B
        Cool
        Cool ~ Pact A
        [agreement] Pact A 2014..
        [agreement] Pact B 2015..
        """,
    ),
    "agreements by id": (
        {
            "deals.csv": (
                "id,publisher,organisation,start_date,end_date\n"
                "els2020x,Elsevier,Uni A,2020-01-01T00:00:00Z,2024-12-31T00:00:00Z\n"
                "spr2021y,Springer,Uni A,2021-01-01T00:00:00Z,2023-12-31T00:00:00Z\n"
            ),
        },
        """
        Elsevier
        Elsevier ~ els2020x | publisher
        Springer
        Springer ~ spr2021y | publisher
        Uni A
        Uni A ~ els2020x
        Uni A ~ spr2021y
        [agreement] els2020x 2020-01-01..2024-12-31
        [agreement] spr2021y 2021-01-01..2023-12-31
        """,
    ),
    "umowy z cudzysłowem": (
        {
            "umowy.csv": (
                'Umowa;Strony;Data\nUmowa nr 1;"Acme | Best";2014\nUmowa nr 2;"Acme | Cool";2015\n'
            ),
        },
        """
        Acme
        Acme ~ Umowa nr 1
        Acme ~ Umowa nr 2
        Best
        Best ~ Umowa nr 1
        Cool
        Cool ~ Umowa nr 2
        [agreement] Umowa nr 1 2014..
        [agreement] Umowa nr 2 2015..
        """,
    ),
    "partnership agreements": (
        {
            "agr.csv": (
                "Partner institution,Country,Agreement type,Signed,Expires\n"
                "Uni A,DE,Erasmus,2014-01-01,2020-12-31\n"
                "Uni B,FR,MoU,2015-01-01,\n"
            ),
        },
        """
        @ France
        @ Germany
        Uni A x_agreement_type=Erasmus at=Germany
        Uni A ~ Agr | 2014-01-01..2020-12-31
        Uni B x_agreement_type=MoU at=France
        Uni B ~ Agr | 2015-01-01..
        [agreement] Agr ..
        """,
    ),
    "cases": (
        {
            "merger_cases.csv": (
                "Case number,Notifying party,Target,Decision date\n"
                "M.1,Acme,Best,01.02.2014\n"
                "M.2,Acme,Cool,03.05.2015\n"
            ),
        },
        """
        Acme
        Acme ~ M.1 | notifying party
        Acme ~ M.2 | notifying party
        Best
        Best ~ M.1 | target
        Cool
        Cool ~ M.2 | target
        [case] M.1 2014-02-01..
        [case] M.2 2015-05-03..
        """,
    ),
    "merger": (
        {
            "mergers.csv": ("Case,Acquirer,Target,Year\nM1,Acme,Best,2014\n"),
        },
        """
        Acme
        Acme ~ M1 | acquirer
        Best
        Best ~ M1 | target
        [case] M1 2014..
        """,
    ),
    "joint ventures": (
        {
            "jv.csv": ("Joint venture,Parents,Founded\nJV1,Acme; Best,2010\nJV2,Best; Cool,2012\n"),
        },
        """
        Acme
        Acme : JV1
        Best
        Best : JV1
        Best : JV2
        Cool
        Cool : JV2
        JV1 founded=2010
        JV2 founded=2012
        """,
    ),
    "grants": (
        {
            "grants.csv": (
                "Grantee,Funder,Amount,Year\nAcme,Fund A,1000,2014\nBest,Fund A,2000,2015\n"
            ),
        },
        """
        Acme
        Acme = Fund A | 2014.. x_amount=1000
        Best
        Best = Fund A | 2015.. x_amount=2000
        Fund A
        """,
    ),
    "parties with legal forms": (
        {
            "pacts.csv": (
                "Title,Parties,Date\n"
                'Gas pact,"Smith Company, Inc. / Other GmbH",2014-11-07\n'
                'Oil pact,"Acme, Ltd. / Best Co., Ltd (UK) / Cool SA / NV",2015-01-02\n'
                'Sea pact,"Other GmbH / Done, Sp. z o.o.",2016-02-03\n'
            ),
        },
        """
        Acme, Ltd.
        Acme, Ltd. ~ Oil pact
        Best Co., Ltd (UK)
        Best Co., Ltd (UK) ~ Oil pact
        Cool SA / NV
        Cool SA / NV ~ Oil pact
        Done, Sp. z o.o.
        Done, Sp. z o.o. ~ Sea pact
        Other GmbH
        Other GmbH ~ Gas pact
        Other GmbH ~ Sea pact
        Smith Company, Inc.
        Smith Company, Inc. ~ Gas pact
        [agreement] Gas pact 2014-11-07..
        [agreement] Oil pact 2015-01-02..
        [agreement] Sea pact 2016-02-03..
        """,
    ),
    "parties by commas": (
        {
            "pacts.csv": (
                "Agreement,Parties\n"
                '"Gas, oil","Smith, Inc., Other GmbH & Co. KG"\n'
                '"Sea, air","Other, S.A., Acme, plc, Best"\n'
            ),
        },
        """
        Acme, plc
        Acme, plc ~ Sea, air | ..
        Best
        Best ~ Sea, air | ..
        Other GmbH & Co. KG
        Other GmbH & Co. KG ~ Gas, oil | ..
        Other, S.A.
        Other, S.A. ~ Sea, air | ..
        Smith, Inc.
        Smith, Inc. ~ Gas, oil | ..
        [agreement] Gas, oil ..
        [agreement] Sea, air ..
        """,
    ),
    "countries that signed": (
        {
            "treaties.csv": (
                "Country,Treaty,Signed on\n"
                "Poland,Sea treaty,1992-03-20\nGermany,Sea treaty,1995-04-21\n"
                "Poland,Air treaty,2001-01-02\n"
            ),
        },
        """
        Germany
        Germany ~ Sea treaty | 1995-04-21..
        Poland
        Poland ~ Air treaty | 2001-01-02..
        Poland ~ Sea treaty | 1992-03-20..
        [treaty] Air treaty ..
        [treaty] Sea treaty ..
        """,
    ),
    "a German table of contracts": (
        {
            "v.csv": (
                "Vertrag;Vertragsparteien;Unterzeichnet am;Gültig bis\n"
                "Hafenvertrag;Acme, Best;07.11.2014;31.12.2019\nKlimapakt;Best, Cool;08.12.2016;unbefristet\n"
            ),
        },
        """
        Acme
        Acme ~ Hafenvertrag
        Best
        Best ~ Hafenvertrag
        Best ~ Klimapakt
        Cool
        Cool ~ Klimapakt
        [agreement] Hafenvertrag 2014-11-07..2019-12-31
        [agreement] Klimapakt 2016-12-08..
        """,
    ),
    "an Italian table of agreements": (
        {
            "a.csv": (
                "Accordo;Firmatario;Data di firma;Scadenza\nPorto;Acme;07/11/2014;31/12/2019\n"
                "Porto;Best;07/11/2014;31/12/2019\n"
            ),
        },
        """
        Acme
        Acme ~ Porto
        Best
        Best ~ Porto
        [agreement] Porto 2014-11-07..2019-12-31
        """,
    ),
    "a Spanish list of members": (
        {
            "m.csv": (
                "Organización;Miembro de;Fecha de adhesión\nAcme;Red;7 de noviembre de 2014\n"
                "Best;Red;18/12/2016\n"
            ),
        },
        """
        Acme
        Acme : Red | 2014-11-07..
        Best
        Best : Red | 2016-12-18..
        Red
        """,
    ),
    "names of agreements beside lists of those who are signatories today": (
        {
            "trade_agreements.csv": (
                '"","RTA.Name","Current.signatories"\n"1","Sea Pact","Arland; Borland; Corland"\n'
                '"2","Arland - Dorland","Arland; Dorland"\n"3","Air Pact","Borland; Corland"\n'
            ),
        },
        """
        Arland
        Arland ~ Arland - Dorland | ..
        Arland ~ Sea Pact | ..
        Borland
        Borland ~ Air Pact | ..
        Borland ~ Sea Pact | ..
        Corland
        Corland ~ Air Pact | ..
        Corland ~ Sea Pact | ..
        Dorland
        Dorland ~ Arland - Dorland | ..
        [agreement] Air Pact ..
        [agreement] Arland - Dorland ..
        [agreement] Sea Pact ..
        """,
    ),
}
