"""Words of the names of columns in German, Dutch, Swedish, Norwegian and Danish."""

from __future__ import annotations

WORDS = {
    "German": {
        "member": "organisationen partei parteien firmen behörde behörden hochschule hochschulen "
        "gesellschaft gesellschaften betrieb betriebe mitgliedern projektpartnerin "
        "universitäten verbundpartnern zuwendungsempfängerin antragstellerin ausführende_stelle "
        "partnerorganisation partnerorganisationen mitgliedsorganisationen mitgliedsverband "
        "mitgliedsverbände kooperationspartnerin konsortialpartner unterzeichnern partnern",
        "membership": "gruppen verbände vereine vereins verbands bündnisse allianz allianzen "
        "koalition koalitionen fraktion fraktionen gremien ausschüsse konsortium konsortien "
        "verbund dachverband föderation partnerschaft plattform aufsichtsrat beirat vorstand "
        "gruppierung interessengruppe fachgruppe fachgruppen vereinigungen kammern netzwerks "
        "mitgliedschaft mitgliedschaften",
        "declaration": "vertrags verträgen erklärungen abkommens resolution selbstverpflichtung "
        "kooperationsvereinbarungen übereinkunft aufruf",
        "collaboration": "projekts projektes veranstaltungen verbundprojekte vorhabens "
        "forschungsprojekte maßnahme",
        "name": "namen bezeichnungen offizieller_name vollständiger_name langtitel",
        "aliases": "kürzel kurzbezeichnung kurztitel",
        "id": "registernummer aktenzeichen",
        "kind": "art organisationsart einrichtungsart mitgliedsart",
        "sector": "wirtschaftszweig fachbereich themenfeld",
        "country": "länder staaten herkunft sitzland mitgliedsland nationalität",
        "region": "region kreis landkreis provinz",
        "city": "stadt_ort wohnort gemeinde hauptsitz",
        "website": "internet webadresse homepage_url",
        "founded": "gründungsdatum gegründet_in entstehung",
        "start": "anfang startjahr beitrittsjahr aufnahme aufnahmedatum laufzeitbeginn "
        "vertragsdatum",
        "end": "laufzeitende endjahr austrittsjahr",
        "role": "rolle aufgabe",
        "contribution": "fördersumme zuwendung förderbetrag",
        "currency": "währung",
        "note": "hinweis hinweise notiz",
        "date": "datum jahr zeitpunkt",
        "of_joining": "beitritts eintritts aufnahme start anfang beginn unterzeichnungs abschluss "
        "vertrags unterschrift unterschrifts",
        "of_ends": "austritts ende end ablauf kündigungs schluss",
        "of_founding": "gründungs entstehungs gründung",
        "of_dissolving": "auflösungs auflösung",
        "of_records": "geburts melde erfassungs änderungs veröffentlichungs stand geburt "
        "aktualisierung aktualisierungs eintrags registrierungs abruf",
        "people": "person personen ansprechpartnerin kontaktperson vertreterin geschäftsführer "
        "geschäftsführerin abgeordnete abgeordneter projektleiter projektleiterin leiter leiterin "
        "vorsitzende vorsitzender familienname",
        "members": "mitglieder",
        "signatories": "unterzeichnerinnen erstunterzeichner",
        "participants": "verbundpartner beteiligte zuwendungsempfänger",
        "partners": "partnern",
        "counts": "anzahl zahl",
        "ends": "quelle-ziel absender-empfänger mutter-tochter eigentümer-beteiligung "
        "stadt-partnerstadt gemeinde-partnergemeinde kommune-partnerkommune",
    },
    "Dutch": {
        "member": "bedrijven onderneming ondernemingen partij partijen universiteiten hogeschool "
        "deelnemende_organisatie partnerorganisatie lidorganisatie lidorganisaties aangeslotene "
        "aangeslotenen begunstigde begunstigden overheid lidbedrijf stichting",
        "membership": "groepen groep samenwerkingsverband samenwerkingsverbanden coalitie "
        "coalities bond bestuur raad_van_toezicht werkgroepen alliantie allianties kamer fractie "
        "belangengroep lidmaatschap lidmaatschappen commissie commissies stuurgroep "
        "gemeenschappelijke_regeling gemeenschappelijke_regelingen",
        "declaration": "convenant convenanten verklaring verdrags manifest intentieverklaring",
        "collaboration": "evenement evenementen onderzoek programmas",
        "name": "naam_organisatie benaming volledige_naam",
        "aliases": "afkorting korte_naam verkorte_naam",
        "id": "kenmerk kvk kvk_nummer identificatie ondernemingsnummer",
        "kind": "categorie rechtsvorm",
        "sector": "bedrijfstak",
        "country": "land_van_herkunft lidstaat landen",
        "region": "regio provincie gewest",
        "city": "woonplaats vestigingsplaats",
        "website": "webadres webpagina",
        "founded": "opgericht oprichtingsjaar oprichtingsdatum opgericht_in",
        "dissolved": "opgeheven opheffingsdatum",
        "description": "omschrijving beschrijving",
        "part_of": "moederbedrijf moedermaatschappij",
        "start": "startjaar sinds vanaf lid_sinds ingangsdatum toetreding toetredingsdatum "
        "ondertekend ondertekend_op",
        "end": "einde eindjaar tot tot_en_met eind uittreding",
        "role": "functie rol_in_project",
        "contribution": "bijdrage subsidie subsidiebedrag",
        "currency": "valuta",
        "note": "opmerking opmerkingen toelichting",
        "date": "datum jaar",
        "of_joining": "toetredings begin ingangs ondertekenings ondertekening toetreding",
        "of_ends": "eind einddatum afloop uittredings",
        "of_founding": "oprichtings oprichting",
        "of_dissolving": "opheffings opheffing",
        "of_records": "geboorte wijzigings publicatie registratie bijgewerkt",
        "people": "persoon personen contactpersoon voornaam achternaam vertegenwoordiger "
        "bestuurder voorzitter kamerlid lobbyist",
        "members": "leden ledenlijst",
        "signatories": "ondertekenaars",
        "participants": "deelnemers",
        "counts": "aantal",
        "ends": "bron-doel van-naar afzender-ontvanger moeder-dochter gemeente-partnergemeente "
        "gemeente-zustergemeente stad-zusterstad",
    },
    "Swedish": {
        "member": "organisationen organisationer medlem medlemmar medlemsorganisation "
        "medlemsorganisationer medlemsföretag företag företaget aktör aktörer deltagare parter "
        "undertecknare parti partier partiet bolag myndighet myndigheter lärosäte universitet "
        "projektpart stödmottagare samarbetspartner samarbetspartners bidragsmottagare sökande",
        "membership": "nätverk nätverket förening föreningar förbund förbundet allians allianser "
        "koalition arbetsgrupp arbetsgrupper grupp grupper gruppen kluster klustret styrelse "
        "styrelsen utskott kommitté intressegrupp konsortium samverkan medlem_i råd medlemskap",
        "declaration": "avtal avtalet överenskommelse överenskommelser deklaration fördrag "
        "avsiktsförklaring upprop",
        "collaboration": "projekten projektet evenemang konferens samarbetsprojekt",
        "name": "namn namnet benämning titel",
        "aliases": "förkortning kortnamn",
        "id": "nummer nr kod orgnr diarienummer",
        "kind": "typen organisationsform bolagsform",
        "sector": "bransch",
        "country": "landet nation länder medlemsland",
        "region": "län landskap regionen",
        "city": "stad kommun ort säte",
        "website": "webbplats hemsida webbsida webbadress",
        "founded": "grundad grundat grundades bildad bildades",
        "dissolved": "upplöst upplöstes",
        "description": "beskrivning",
        "part_of": "moderbolag",
        "start": "startår startdatum från fr_o_m sedan medlem_sedan inträde inträdesår anslutning "
        "undertecknad undertecknat påbörjad",
        "end": "slut slutår slutdatum till t_o_m utträde utträdesår avslutad",
        "role": "roll roller uppdrag",
        "contribution": "bidrag beviljat_belopp",
        "currency": "valuta",
        "note": "anmärkning anteckning kommentar",
        "date": "datum år",
        "of_joining": "inträdes start anslutnings undertecknande undertecknandet inträde avtals",
        "of_ends": "slut utträdes utträde avslut",
        "of_founding": "grundande bildande",
        "of_dissolving": "upplösnings",
        "of_records": "födelse uppdaterings registrerings publicerings uppdaterad",
        "people": "person personer kontaktperson förnamn efternamn ledamot företrädare ordförande "
        "riksdagsledamot projektledare",
        "members": "medlemmar medlemslista",
        "signatories": "undertecknare",
        "participants": "deltagare",
        "partners": "samarbetspartner samarbetspartners",
        "counts": "antal",
        "ends": "källa-mål från-till avsändare-mottagare moderbolag-dotterbolag kommun-vänort "
        "stad-vänort",
    },
    "Norwegian": {
        "member": "organisasjon organisasjonen organisasjoner organisasjons medlem medlemmer "
        "medlemsorganisasjon medlemsorganisasjoner medlemsbedrift medlemsbedrifter bedrift "
        "bedrifter bedriften virksomhet virksomheter foretak selskap selskaper selskapet deltaker "
        "deltakere deltager deltagere institusjon institusjoner partnere parter parti partier "
        "universitet samarbeidspartner samarbeidspartnere underskriver underskrivere "
        "underskriverne tilskuddsmottaker søker enhet enheter aktør aktører prosjektpartner "
        "prosjektpartnere prosjektdeltaker",
        "membership": "nettverk nettverket forening foreninger foreningen forbund forbundet gruppe "
        "grupper gruppen arbeidsgruppe arbeidsgrupper allianse allianser koalisjon koalisjoner "
        "klynge klynger klyngen styre styret utvalg komité komite interessegruppe konsortium "
        "konsortier sammenslutning sammenslutninger paraplyorganisasjon partnerskap medlem_av "
        "medlem_i medlemskap valgallianse regjering",
        "declaration": "avtale avtaler avtalen erklæring erklæringer traktat traktater "
        "intensjonsavtale konvensjon overenskomst opprop løfte kontrakt",
        "collaboration": "prosjekt prosjekter prosjektet prosjekts samarbeidsprosjekt arrangement "
        "arrangementer konferanse",
        "name": "navn navnet betegnelse tittel offisielt_navn",
        "aliases": "forkortelse forkortelser kortnavn akronym kallenavn",
        "id": "nummer nr kode orgnr saksnummer",
        "kind": "type organisasjonsform selskapsform kategori",
        "sector": "bransje næring",
        "country": "land landet nasjon medlemsland",
        "region": "fylke fylket region",
        "city": "kommune kommunen sted poststed",
        "website": "nettsted nettside hjemmeside nettadresse",
        "founded": "stiftet grunnlagt opprettet etablert stiftelsesår stiftelsesdato",
        "dissolved": "oppløst nedlagt avviklet",
        "description": "beskrivelse",
        "part_of": "morselskap overordnet_enhet",
        "start": "startår startdato fra fra_og_med siden medlem_siden innmeldt innmelding tiltrådt "
        "tiltredelse underskrevet signert oppstart oppstartsår",
        "end": "slutt sluttår sluttdato til til_og_med utmeldt avsluttet",
        "role": "rolle roller verv stilling",
        "contribution": "tilskudd bevilget_beløp støttebeløp",
        "currency": "valuta",
        "note": "merknad merknader kommentar",
        "date": "dato år årstall",
        "of_joining": "innmeldings tiltredelses start oppstarts underskrifts signerings "
        "tiltredelse avtale inngåelses",
        "of_ends": "slutt utmeldings avslutnings opphørs",
        "of_founding": "stiftelses etablerings opprettelses stiftelse",
        "of_dissolving": "oppløsnings avviklings",
        "of_records": "fødsels oppdaterings registrerings publiserings endrings oppdatert",
        "people": "person personer kontaktperson fornavn etternavn representant styreleder "
        "stortingsrepresentant prosjektleder daglig_leder",
        "members": "medlemmer medlemsliste",
        "signatories": "underskrivere underskriverne",
        "participants": "deltakere deltagere",
        "partners": "samarbeidspartnere partnere",
        "counts": "antall",
        "ends": "kilde-mål fra-til avsender-mottaker morselskap-datterselskap "
        "kommune-vennskapsby kommune-vennskapskommune",
    },
    "Danish": {
        "member": "organisation organisationer medlem medlemmer medlemsorganisation "
        "medlemsorganisationer medlemsvirksomhed virksomhed virksomheder virksomheden selskab "
        "selskaber deltager deltagere parter parti partier institution institutioner aktør "
        "aktører underskriver underskrivere tilskudsmodtager ansøger samarbejdspartner "
        "samarbejdspartnere projektdeltager projektdeltagere myndighed",
        "membership": "netværk netværket forening foreninger foreningen forbund arbejdsgruppe "
        "arbejdsgrupper alliance alliancer koalition klynge klynger bestyrelse bestyrelsen udvalg "
        "gruppe grupper konsortium sammenslutning partnerskab medlem_af interessegruppe "
        "medlemskab",
        "declaration": "aftale aftaler aftalen erklæring erklæringer traktat overenskomst "
        "hensigtserklæring",
        "collaboration": "projekt projekter projektet arrangement konference",
        "name": "navn betegnelse titel",
        "aliases": "forkortelse kortnavn",
        "id": "nummer nr kode cvr cvr_nummer cvr_nr sagsnummer",
        "kind": "virksomhedsform selskabsform kategori",
        "sector": "branche erhverv",
        "country": "land medlemsland",
        "region": "region landsdel",
        "city": "kommune sted hjemsted",
        "website": "hjemmeside webside netsted",
        "founded": "stiftet grundlagt oprettet etableret stiftelsesår",
        "dissolved": "opløst ophørt nedlagt",
        "description": "beskrivelse",
        "part_of": "moderselskab",
        "start": "startår startdato fra siden medlem_siden indmeldt indtrådt tiltrådt underskrevet",
        "end": "slut slutår slutdato til udmeldt udtrådt afsluttet",
        "role": "rolle roller hverv stilling",
        "contribution": "tilskud bevilget_beløb bevilling",
        "currency": "valuta",
        "note": "bemærkning bemærkninger kommentar",
        "date": "dato år årstal",
        "of_joining": "indmeldelses indtrædelses start tiltrædelses underskrifts",
        "of_ends": "slut udmeldelses udtrædelses afslutnings ophørs",
        "of_founding": "stiftelses oprettelses",
        "of_dissolving": "opløsnings",
        "of_records": "fødsels opdaterings registrerings udgivelses opdateret",
        "people": "person personer kontaktperson fornavn efternavn repræsentant formand "
        "folketingsmedlem projektleder",
        "members": "medlemmer medlemsliste",
        "signatories": "underskrivere",
        "participants": "deltagere",
        "partners": "samarbejdspartnere partnere",
        "counts": "antal",
        "ends": "kilde-mål fra-til afsender-modtager moderselskab-datterselskab "
        "kommune-venskabsby",
    },
}  # fmt: skip
