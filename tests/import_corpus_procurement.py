"""Grants, tenders and funded projects as they are published, with what they state, by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "releases of open contracting": (
        {
            "releases.json": (
                '{"publishedDate": "2020-01-01T00:00:00Z", "releases": [{"ocid": "ocds-1-A", "id"'
                ': "A-1", "tag": ["award"], "buyer": {"id": "B1", "name": "City of Oslo"}, "parti'
                'es": [{"id": "B1", "name": "City of Oslo", "roles": ["buyer"], "address": {"coun'
                'tryName": "Norway", "locality": "Oslo"}}, {"id": "S1", "name": "Acme", "roles": '
                '["supplier", "tenderer"]}, {"id": "S2", "name": "Best", "roles": ["tenderer"]}],'
                ' "tender": {"id": "T1", "title": "Bridge", "tenderPeriod": {"startDate": "2019-1'
                '1-01", "endDate": "2019-12-01"}, "items": [{"id": "1", "description": "steel"}]}'
                ', "awards": [{"id": "AW1", "date": "2020-01-20T00:00:00Z", "value": {"amount": 1'
                '00, "currency": "EUR"}, "suppliers": [{"id": "S1", "name": "Acme"}]}], "contract'
                's": [{"id": "C1", "awardID": "AW1"}]}, {"ocid": "ocds-1-B", "id": "B-1", "buyer"'
                ': {"id": "B1", "name": "City of Oslo"}, "tender": {"title": "Road"}, "awards": ['
                '{"id": "AW2", "suppliers": [{"id": "S2", "name": "Best"}, {"id": "S3", "name": "'
                'Cool"}]}]}]}'
            ),
        },
        """
        @ Norway
        @ Oslo < Norway
        Acme
        Acme * Bridge | supplier 2020-01-20.. contribution=100 currency=EUR x_award_id=AW1 x_contract_award_id=AW1 x_contract_id=C1
        Acme * Bridge | tenderer
        Best
        Best * Bridge | tenderer
        Best * Road | supplier x_award_id=AW2
        City of Oslo * Bridge | buyer
        City of Oslo * Road | buyer
        City of Oslo at=Oslo
        Cool
        Cool * Road | supplier x_award_id=AW2
        [tender] Bridge 2019-11-01..2019-12-01 x_id=A-1 x_tag=award x_tender_id=T1 x_tender_items=steel x_tender_items_id=1
        [tender] Road x_id=B-1
        """,
    ),
    "award notices with several winners in a cell": (
        {
            "export_CAN.csv": (
                "ID_NOTICE_CAN,YEAR,CAE_NAME,CAE_TOWN,WIN_NAME,WIN_TOWN,WIN_COUNTRY_CODE,TITLE,NU"
                "MBER_OFFERS\n"
                "2020100,2020,City of Oslo,Oslo,Acme AS,Oslo,NO,Bridge,3\n"
                "2020100,2020,City of Oslo,Oslo,Best AB---Cool GmbH,Malmo---Kiel,SE---DE,Tunnel,5"
                "\n"
                "2020101,2020,Region Nord,Kiel,Cool GmbH,Kiel,DE,Care,2\n"
            ),
        },
        """
        @ Germany
        @ Kiel
        @ Kiel < Germany
        @ Malmo < Sweden
        @ Norway
        @ Oslo
        @ Oslo < Norway
        @ Sweden
        Acme AS * Bridge | supplier
        Acme AS at=Oslo
        Best AB * Tunnel | supplier
        Best AB at=Malmo
        City of Oslo * Bridge | buyer
        City of Oslo * Tunnel | buyer
        City of Oslo at=Oslo
        Cool GmbH * Care | supplier
        Cool GmbH * Tunnel | supplier
        Cool GmbH at=Kiel
        Region Nord * Care | buyer
        Region Nord at=Kiel
        [project] Bridge 2020.. x_id_notice_can=2020100 x_number_offers=3
        [project] Care 2020.. x_id_notice_can=2020101 x_number_offers=2
        [project] Tunnel 2020.. x_id_notice_can=2020100 x_number_offers=5
        """,
    ),
    "a German catalogue of grants, of which some are no part of a joint project": (
        {
            "Suchliste.csv": (
                '"FKZ";"Ressort";"Zuwendungsempfänger";"Ort";"Thema";"Laufzeit von";"Laufzeit bis'
                '";"Fördersumme in EUR";"Verbundprojekt"\n'
                '="01AB100";="BMBF";="Acme GmbH";="Köln";="Wind und Meer; Teilvorhaben: Rotor";="'
                '01.02.2016";="31.12.2018";="1.234.567,00";="Wind und Meer"\n'
                '="01AB101";="BMBF";="Best e.V.";="Bonn";="Wind und Meer; Teilvorhaben: Netz";="0'
                '1.02.2016";="31.12.2018";="200.000,00";="Wind und Meer"\n'
                '="01AB200";="BMWK";="Cool AG";="Kiel";="Leise Pumpen";="01.03.2016";="31.12.2017'
                '";="99.000,00";=""\n'
            ),
        },
        """
        Acme GmbH
        Acme GmbH * Wind und Meer | recipient 2016-02-01..2018-12-31 x_fkz=01AB100 x_fördersumme_in_eur=1234567.0 x_ort=Köln x_ressort=BMBF x_thema=Wind und Meer; Teilvorhaben: Rotor
        Best e.V.
        Best e.V. * Wind und Meer | recipient 2016-02-01..2018-12-31 x_fkz=01AB101 x_fördersumme_in_eur=200000.0 x_ort=Bonn x_ressort=BMBF x_thema=Wind und Meer; Teilvorhaben: Netz
        Cool AG
        Cool AG * Leise Pumpen | recipient 2016-03-01..2017-12-31 x_fkz=01AB200 x_fördersumme_in_eur=99000.0 x_ort=Kiel x_ressort=BMWK x_thema=Leise Pumpen
        [project] Leise Pumpen
        [project] Wind und Meer
        """,
    ),
    "grants of the same title, told apart by their identifiers": (
        {
            "grants.csv": (
                "Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Rec"
                "ipient Org:Name,Funding Org:Identifier,Funding Org:Name\n"
                "360G-7,Grant to Acme,GBP,1000,2019-03-01,GB-CHC-1,Acme,GB-CHC-9,Fund\n"
                "360G-9,Grant to Acme,GBP,500,2020-03-01,GB-CHC-1,Acme,GB-CHC-9,Fund\n"
            ),
        },
        """
        Acme
        Acme * Grant to Acme | recipient currency=GBP
        Acme * Grant to Acme | recipient currency=GBP
        Fund
        Fund * Grant to Acme | funder currency=GBP
        Fund * Grant to Acme | funder currency=GBP
        [project] Grant to Acme 2019-03-01.. x_amount_awarded=1000
        [project] Grant to Acme 2020-03-01.. x_amount_awarded=500
        """,
    ),
    "operations of a fund, beside the codes of their programmes": (
        {
            "latest_PL.csv": (
                "Operation_Unique_Identifier,Operation_Name_English,Beneficiary_Name,Beneficiary_"
                "Unique_Identifier,Operation_Start_Date,Operation_End_Date,Operation_Country,Prog"
                "ramme_Code\n"
                "PL-1,Quiet wind,Acme Sp. z o.o.,B1,2016-03-01,2018-06-30,Poland,2014PL1\n"
                "PL-2,Clear water,Best SA,B2,2017-01-01,2019-12-31,Poland,2014PL1\n"
                "PL-3,Road,Acme Sp. z o.o.,B1,2018-01-01,2020-12-31,Poland,2014PL2\n"
            ),
        },
        """
        @ Poland
        Acme Sp. z o.o. * Quiet wind
        Acme Sp. z o.o. * Road
        Acme Sp. z o.o. x_beneficiary_unique_identifier=B1
        Best SA * Clear water
        Best SA x_beneficiary_unique_identifier=B2
        [project] Clear water 2017-01-01..2019-12-31 x_operation_unique_identifier=PL-2 x_programme_code=2014PL1 at=Poland
        [project] Quiet wind 2016-03-01..2018-06-30 x_operation_unique_identifier=PL-1 x_programme_code=2014PL1 at=Poland
        [project] Road 2018-01-01..2020-12-31 x_operation_unique_identifier=PL-3 x_programme_code=2014PL2 at=Poland
        """,
    ),
    "projects of a research council with their lead organisations and titles": (
        {
            "projectsearch.csv": (
                "FundingOrgName,ProjectReference,LeadROName,PISurname,PIFirstName,Title,StartDate"
                ",EndDate,AwardPounds,FundingOrgId,LeadROId\n"
                "EPSRC,EP/A1/1,University of Alpha,Doe,Jane,Wind loads,01/09/2019,31/08/2022,2500"
                "00,F-1,L-1\n"
                "Innovate UK,100200,Acme Ltd,,,Quiet pumps,01/02/2020,31/01/2021,90000,F-2,L-2\n"
                "EPSRC,EP/A2/1,University of Alpha,Roe,Ann,Ice,01/10/2020,30/09/2024,0,F-1,L-1\n"
            ),
        },
        """
        Acme Ltd * Quiet pumps | coordinator
        Acme Ltd x_lead_ro_id=L-2
        EPSRC * Ice | funder
        EPSRC * Wind loads | funder
        EPSRC x_funding_org_id=F-1
        Innovate UK * Quiet pumps | funder
        Innovate UK x_funding_org_id=F-2
        University of Alpha * Ice | coordinator
        University of Alpha * Wind loads | coordinator
        University of Alpha x_lead_ro_id=L-1
        [project] Ice 2020-10-01..2024-09-30 x_award_pounds=0 x_pi_first_name=Ann x_pi_surname=Roe x_project_reference=EP/A2/1
        [project] Quiet pumps 2020-02-01..2021-01-31 x_award_pounds=90000 x_project_reference=100200
        [project] Wind loads 2019-09-01..2022-08-31 x_award_pounds=250000 x_pi_first_name=Jane x_pi_surname=Doe x_project_reference=EP/A1/1
        """,
    ),
    "projects with the date of a notice before that of their start": (
        {
            "projects.csv": (
                "AWARD_NOTICE_DATE,ORG_CITY,ORG_COUNTRY,ORG_NAME,PROJECT_START,PROJECT_END,PROJEC"
                "T_TITLE\n"
                "07/01/2020,BOSTON,UNITED STATES,ALPHA UNIVERSITY,07/01/2019,06/30/2024,Cells\n"
                "07/01/2020,DENVER,UNITED STATES,BETA COLLEGE,07/01/2019,06/30/2024,Cells\n"
            ),
        },
        """
        @ BOSTON < United States
        @ DENVER < United States
        @ United States
        ALPHA UNIVERSITY * Cells | x_award_notice_date=2020-07-01
        ALPHA UNIVERSITY at=BOSTON
        BETA COLLEGE * Cells | x_award_notice_date=2020-07-01
        BETA COLLEGE at=DENVER
        [project] Cells 2019-07-01..2024-06-30
        """,
    ),
    "titles that hold a semicolon": (
        {
            "projects.csv": (
                "Title,Partner,Year\n"
                '"Wind; a study",Acme,2014\n'
                '"Wind; a study",Best,2014\n'
                "Pumps,Acme,2015\n"
                '"Water; two ways",Best,2016\n'
            ),
        },
        """
        Acme
        Acme * Pumps
        Acme * Wind; a study
        Best
        Best * Water; two ways
        Best * Wind; a study
        [project] Pumps 2015..
        [project] Water; two ways 2016..
        [project] Wind; a study 2014..
        """,
    ),
    "releases in flat columns": (
        {
            "releases.csv": "ocid,tender/title,parties/0/id,parties/0/name,parties/0/roles/0,"
            "parties/1/id,parties/1/name,parties/1/roles/0,awards/0/suppliers/0/id,"
            "awards/0/suppliers/0/name,awards/0/value/amount\no-1,Road,M,Ministry,buyer,A,Acme,"
            "supplier,A,Acme,500\no-2,Bridge,M,Ministry,buyer,,,,,,\n"
        },
        """
        Acme
        Acme * Road | supplier contribution=500
        Ministry
        Ministry * Bridge | buyer
        Ministry * Road | buyer
        [tender] Bridge
        [tender] Road
        """,
    ),
}
