"""Graphs and records in JSON, known kinds of files and lists of neighbours, by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "FollowTheMoney with people who are members": (
        {
            "e.jsonl": (
                '{"id": "a", "schema": "Company", "properties": {"name": ["Acme"]}}\n'
                '{"id": "f", "schema": "Organization", "properties": {"name": ["Forum"]}}\n'
                '{"id": "p", "schema": "Person", "properties": {"name": ["Ann"]}}\n'
                '{"id": "m", "schema": "Membership", "properties": '
                '{"member": ["a"], "organization": ["f"]}}\n'
                '{"id": "n", "schema": "Membership", "properties": '
                '{"member": ["p"], "organization": ["f"]}}\n'
            ),
        },
        """
        Acme (Company)
        Acme : Forum
        Forum
        """,
    ),
    "JSON with lists of different things": (
        {
            "f.json": (
                '{"members": [{"name": "Acme"}, {"name": "Best"}], "page": 1, '
                '"events": [{"title": "Fair", "date": "2014-05-01"}, '
                '{"title": "Show", "date": "2015-05-01"}]}'
            ),
        },
        """
        Acme
        Acme : members
        Best
        Best : members
        [event] Fair 2014-05-01..
        [event] Show 2015-05-01..
        members
        """,
    ),
    "node-link": (
        {
            "net.json": (
                '{"directed": false, "nodes": [{"id": "acme", "name": "Acme", "type": "Company"}, {"id": "best", "name": "Best"}], "links": [{"source": "acme", "target": "best", "weight": 2}]}'
            ),
        },
        """
        Acme (Company)
        Acme = Best | weight=2
        Best
        """,
    ),
    "node-link by place": (
        {
            "d3.json": (
                '{"nodes": [{"name": "Acme"}, {"name": "Best"}], "links": [{"source": 0, "target": 1, "value": 4}]}'
            ),
        },
        """
        Acme
        Acme = Best | weight=4
        Best
        """,
    ),
    "cytoscape": (
        {
            "cy.json": (
                '{"elements": {"nodes": [{"data": {"id": "1", "name": "Acme"}}, {"data": {"id": "2", "name": "Best"}}], "edges": [{"data": {"id": "e", "source": "1", "target": "2", "interaction": "funds"}}]}}'
            ),
        },
        """
        Acme
        Acme = Best | kind=funds
        Best
        """,
    ),
    "cytoscape list": (
        {
            "cy.json": (
                '{"elements": [{"data": {"id": "1", "label": "Acme"}}, {"data": {"id": "2", "label": "Best"}}, {"data": {"source": "1", "target": "2"}}]}'
            ),
        },
        """
        Acme
        Acme = Best
        Best
        """,
    ),
    "records": (
        {
            "members.json": (
                '[{"name": "Acme", "address": {"city": "Kielce", "country": "PL"}, "joined": "2014"}, {"name": "Best", "joined": "2015-02"}]'
            ),
        },
        """
        @ Kielce < Poland
        @ Poland
        Acme : Members | 2014..
        Acme at=Kielce
        Best
        Best : Members | 2015-02..
        Members
        """,
    ),
    "records inside": (
        {
            "api.json": (
                '{"meta": {"count": 2}, "data": [{"organisation": "Acme", "project": "Water", "role": "coordinator"}, {"organisation": "Best", "project": "Water", "role": "partner"}]}'
            ),
        },
        """
        Acme
        Acme * Water | coordinator
        Best
        Best * Water | partner
        [project] Water
        """,
    ),
    "records with lists": (
        {
            "agreements.json": (
                '[{"agreement": "Pact", "signatories": ["Acme", "Best"], "date": "2014-11-07"}]'
            ),
        },
        """
        Acme
        Acme ~ Pact
        Best
        Best ~ Pact
        [agreement] Pact 2014-11-07..
        """,
    ),
    "json lines": (
        {
            "members.jsonl": (
                '{"member": "Acme", "group": "Forum"}\n{"member": "Best", "group": "Forum"}\n'
            ),
        },
        """
        Acme
        Acme : Forum
        Best
        Best : Forum
        Forum (WorkingGroup)
        """,
    ),
    "followthemoney": (
        {
            "e.jsonl": (
                '{"id": "o1", "schema": "Company", "properties": {"name": ["Acme", "ACME SA"], "country": ["pl"], "website": ["acme.example"]}}\n'
                '{"id": "o2", "schema": "Organization", "properties": {"name": ["Forum"]}}\n'
                '{"id": "p1", "schema": "Person", "properties": {"name": ["Jan"]}}\n'
                '{"id": "m1", "schema": "Membership", "properties": {"member": ["o1"], "organization": ["o2"], "role": ["observer"], "startDate": ["2014-05"]}}\n'
                '{"id": "r1", "schema": "Project", "properties": {"name": ["Water"], "startDate": ["2014"]}}\n'
                '{"id": "x1", "schema": "ProjectParticipant", "properties": {"project": ["r1"], "participant": ["o1"]}}\n'
                '{"id": "u1", "schema": "UnknownLink", "properties": {"subject": ["o1"], "object": ["o2"], "role": ["sponsor"]}}\n'
            ),
        },
        """
        @ Poland
        Acme (Company) aliases=ACME SA website=http://acme.example at=Poland
        Acme * Water
        Acme : Forum | observer 2014-05..
        Acme = Forum | kind=sponsor
        Forum
        [project] Water 2014..
        """,
    ),
    "cordis projects and organisations": (
        {
            "project.csv": (
                "id;acronym;status;title;startDate;endDate;totalCost;ecMaxContribution;legalBasis;topics;frameworkProgramme\n"
                '"101";"WATER";"SIGNED";"Clean water";"2021-01-01";"2023-12-31";"100";"90,5";"HORIZON";"T";"HORIZON"\n'
            ),
            "organization.csv": (
                "projectID;projectAcronym;organisationID;vatNumber;name;shortName;SME;activityType;street;postCode;city;country;nutsCode;geolocation;organizationURL;contactForm;contentUpdateDate;rcn;order;role;ecContribution;netEcContribution;totalCost;endOfParticipation;active\n"
                '"101";"WATER";"999886574";"PL5250001090";"ACME SP. Z O.O.";"ACME";"true";"PRC";"Polna";"00";"Kielce";"PL";"PL72";"(50.9,20.6)";"http://acme.example";"";"";"5";"1";"coordinator";"60,5";"60,5";"70";"false";""\n'
                '"101";"WATER";"999985223";"";"UNIVERSITY OF BEST";"UB";"false";"HES";"";"";"Athens";"EL";"";"";"www.best.example";"";"";"6";"2";"participant";"30";"30";"30";"true";""\n'
            ),
        },
        """
        @ Athens < Greece
        @ Greece
        @ Kielce 50.9,20.6 < Poland
        @ Poland
        ACME SP. Z O.O. (Company) aliases=ACME website=http://acme.example pic=999886574 vat=PL5250001090 x_nuts_code=PL72 x_post_code=00 x_rcn=5 x_sme=True x_street=Polna at=Kielce
        ACME SP. Z O.O. * WATER | coordinator contribution=60.5 x_net_ec_contribution=60.5 x_order=1 x_total_cost=70
        UNIVERSITY OF BEST (University) aliases=UB website=http://www.best.example pic=999985223 x_rcn=6 x_sme=False at=Athens
        UNIVERSITY OF BEST * WATER | ended early contribution=30 x_net_ec_contribution=30.0 x_order=2 x_total_cost=30
        [project] WATER 2021-01-01..2023-12-31 x_ec_max_contribution=90.5 x_framework_programme=HORIZON x_legal_basis=HORIZON x_status=SIGNED x_title=Clean water x_topics=T x_total_cost=100
        """,
    ),
    "cordis of fp7": (
        {
            "organizations.csv": (
                "projectRcn;projectReference;projectAcronym;role;id;name;shortName;activityType;endOfParticipation;ecContribution;country;street;city;postCode;organizationUrl;contactForm\n"
                "87;201;FIRE;coordinator;999886574;ACME;A;REC;;12,5;DE;;Bonn;;;\n"
                "87;201;FIRE;participant;999985223;BEST;B;PUB;;;FR;;Lyon;;;\n"
            ),
        },
        """
        @ Bonn < Germany
        @ France
        @ Germany
        @ Lyon < France
        ACME (ResearchInstitute) aliases=A x_id=999886574 at=Bonn
        ACME * FIRE | coordinator contribution=12.5
        BEST (PublicBody) aliases=B x_id=999985223 at=Lyon
        BEST * FIRE
        [project] FIRE x_project_rcn=87 x_project_reference=201
        """,
    ),
    "cordis flat": (
        {
            "x.csv": (
                "projectRcn,organisationID,name,partner_role,country_code,legal_entity_type,legal_short_name,start_date,framework_programme\n"
                "639304,999886574,BAR ILAN UNIVERSITY,Coordinator,IL,HES,BIU,2014-11-01,H2020\n"
                "639304,999985223,UNIVERSITY OF SURREY,Participant,UK,HES,SURREY,2014-11-01,H2020\n"
            ),
        },
        """
        @ Israel
        @ United Kingdom
        BAR ILAN UNIVERSITY (University) aliases=BIU pic=999886574 at=Israel
        BAR ILAN UNIVERSITY * Project 639304 | coordinator
        UNIVERSITY OF SURREY (University) aliases=SURREY pic=999985223 at=United Kingdom
        UNIVERSITY OF SURREY * Project 639304
        [project] Project 639304 2014-11-01.. x_framework_programme=H2020
        """,
    ),
    "plain records by id": (
        {
            "d.json": (
                '{"o1": {"name": "Acme", "type": "Company"}, "o2": {"name": "Best", "type": "NGO"}}'
            ),
        },
        """
        Acme (Company) x_id=o1
        Best (Association) x_id=o2
        """,
    ),
    "list of lists": (
        {
            "m.json": ('[["Member", "Group"], ["Acme", "Forum"], ["Best", "Forum"]]'),
        },
        """
        Acme
        Acme : Forum
        Best
        Best : Forum
        Forum (WorkingGroup)
        """,
    ),
    "adjacency as text": (
        {
            "x.txt": ("Organisation\tProject\nAcme\tWater\nBest\tWater\n"),
        },
        """
        Acme
        Acme * Water
        Best
        Best * Water
        [project] Water
        """,
    ),
    "memberships by name": (
        {
            "orgs.json": (
                '[{"name": "Acme", "country": "PL", "memberships": ["Water Forum", "Energy Club"]},'
                ' {"name": "Best", "country": "DE", "memberships": [{"name": "Water Forum"}]},'
                ' {"name": "Cool", "country": "DE", "memberships": []}]'
            ),
        },
        """
        @ Germany
        @ Poland
        Acme : Energy Club
        Acme : Water Forum
        Acme at=Poland
        Best : Water Forum
        Best at=Germany
        Cool at=Germany
        Energy Club
        Water Forum
        """,
    ),
    "memberships as objects": (
        {
            "orgs.json": (
                '[{"name": "Acme", "contacts": [{"name": "Jan", "phone": "1"}], "memberships": ['
                '{"organization": {"name": "Water Forum"}, "role": "chair", "start_date": "2014"},'
                '{"organization": {"name": "Energy Club"}, "role": "member"}]},'
                ' {"name": "Best", "memberships": []}]'
            ),
        },
        """
        Acme : Energy Club
        Acme : Water Forum | chair 2014..
        Acme x_contacts=Jan x_contacts_phone=1
        Best
        Energy Club
        Water Forum
        """,
    ),
    "people of FollowTheMoney, and a line for each entity in a file called .json": (
        {
            "entities.ftm.json": (
                '{"id": "a", "schema": "Company", "properties": {"name": ["Acme"], "jurisdiction": ["pl"]}}\n'
                '{"id": "b", "schema": "Organization", "properties": {"name": ["Best"], "country": ["de"]}}\n'
                '{"id": "p", "schema": "Person", "properties": {"name": ["Jan"]}}\n'
                '{"id": "m", "schema": "Membership", "properties": {"member": ["p", "a"], "organization": ["b"]}}\n'
                '{"id": "n", "schema": "Membership", "properties": {"member": ["p"], "organization": ["a"]}}\n'
            ),
        },
        """
        @ Germany
        @ Poland
        Acme (Company) x_jurisdiction=pl at=Poland
        Acme : Best
        Best at=Germany
        """,
    ),
    "kumu with names that stand in connections alone": (
        {
            "elements.csv": "Label,Type\nAcme,Organization\nFair,Event\nJan,Person\n",
            "connections.csv": (
                "From,To,Type\nacme,Fair,hosts\nJan,Acme,works for\nAcme,Best,supplies\n"
            ),
        },
        """
        Acme
        Acme * Fair | hosts
        Acme = Best | kind=supplies
        Best
        [Event] Fair
        """,
    ),
    "people, organisations and memberships in lists of their own": (
        {
            "popolo.json": (
                '{"persons": [{"id": "p1", "name": "Jan"}, {"id": "p2", "name": "Ewa"}],'
                ' "organizations": [{"id": "o1", "name": "Water Forum"}, {"id": "o2", "name": "Acme"}],'
                ' "memberships": [{"organization_id": "o1", "member_id": "o2", "role": "chair"}]}'
            ),
        },
        """
        Acme
        Acme : Water Forum | chair
        Water Forum
        """,
    ),
    "agreements by their titles alone": (
        {
            "data.json": (
                '[{"title": "Joint Declaration on Wind", "partners": ["Acme", "Best"]},'
                '{"title": "Memorandum on Ports", "partners": ["Best", "Cool"]}]'
            ),
        },
        """
        Acme
        Acme ~ Joint Declaration on Wind | ..
        Best
        Best ~ Joint Declaration on Wind | ..
        Best ~ Memorandum on Ports | ..
        Cool
        Cool ~ Memorandum on Ports | ..
        [agreement] Joint Declaration on Wind ..
        [agreement] Memorandum on Ports ..
        """,
    ),
}
