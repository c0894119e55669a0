"""The words of which the names of columns are made, with what they mean, as data."""

from __future__ import annotations

SUBJECTS = {
    "member": (
        "organisation organization org member members partner partners company companies firm "
        "institution institutions entity beneficiary beneficiaries participant participants "
        "signatory signatories party parties political_party applicant undertaking "
        "undertakings ngo organisations organizations signed_by signers signer actor stakeholder "
        "endorser supporter author collaborator collaborators "
        "investor supplier employer university uni affiliate legal_entity "
        "participating_organisation participating_organisations participating_organization "
        "partner_organisation partner_organization member_organisation member_organization "
        "registrant client authorities "
        # Polish
        "organizacja organizacje podmiot podmioty czlonek czlonkowie firma firmy instytucja "
        "instytucje uczestnik uczestnicy sygnatariusz sygnatariusze beneficjent wnioskodawca "
        "konsorcjant konsorcjanci "
        "przedsiebiorstwo przedsiebiorca jednostka partnerzy strona strony czlonka uczestnika "
        # German and French
        "mitglied mitglieder unternehmen teilnehmer einrichtung unterzeichner membre membres "
        "partenaire partenaires entreprise signataire signataires organisme etablissement"
        " parents shareholders owners founders"
        " vertragspartei vertragsparteien vertragspartner parteien unterzeichnende"
        " unterzeichnerin unterzeichnete mitgliedsunternehmen mitgliedsorganisation"
        " antragsteller verbundpartner projektpartner kooperationspartner korperschaft"
        " institutionen adherent adherents societe societes entreprises organismes"
        " etablissements beneficiaire beneficiaires contractant partie signataires"
        " organizacion organizaciones entidad entidades miembro miembros socio socios empresa"
        " empresas institucion instituciones firmante firmantes signatario signatarios"
        " participante participantes beneficiario beneficiarios parte partes organismo"
        " organismos universidad organizzazione organizzazioni ente enti membro membri soci"
        " azienda aziende impresa imprese istituzione istituzioni firmatario firmatari"
        " sottoscrittore sottoscrittori partecipante partecipanti beneficiari parti aderente"
        " aderenti universita societa"
        # Portuguese, Czech and Dutch
        " organizacao organizacoes entidade entidades membros parceiro parceiros instituicao"
        " instituicoes beneficiarios signatarios associado associados"
        " organizace instituce clen clenove zadatel prijemce partneri signatar signatari"
        " organisatie organisaties lid leden bedrijf bedrijven instelling instellingen deelnemer"
        " deelnemers ondertekenaar ondertekenaars"
        " composante composantes componente componentes component_parties"
        " constituent_parties"
        " orga orgas shareholder shareholders investors"
    ).split(),
    "collaboration": (
        "project projects projekt projekty projet programme program event grant conference "
        "initiative inicjatywa wydarzenie konferencja projektu veranstaltung vorhaben evenement "
        "wniosek wniosku wnioski "
        "meeting meetings workshop workshops study publication paper events conferences fair fairs "
        "mission missions campaign campaigns tender tenders procurement operation operations"
        " projekten forschungsprojekt verbundprojekt tagung konferenz projets conference"
        " proyecto proyectos evento eventos conferencia programa progetto progetti eventi"
        " conferenza programma"
        " projeto projetos akce"
    ).split(),
    "declaration": (
        "agreement agreements umowa umowy porozumienie porozumienia declaration deklaracja charter "
        "karta treaty contract memorandum mou covenant pledge statement letter_of_intent case "
        "decision merger petition convention list_intencyjny vertrag abkommen accord convention "
        "commitment compact deal call_to_action open_letter treaties conventions protocol "
        "protocols pact pacts charters"
        " vertrage vereinbarung vereinbarungen ubereinkommen erklarung charta pakt"
        " absichtserklarung kooperationsvertrag kooperationsvereinbarung rahmenvertrag accords"
        " traite traites charte pacte protocole entente acuerdo acuerdos convenio convenios"
        " tratado tratados pacto carta declaracion protocolo contrato accordo accordi trattato"
        " trattati patto patti protocollo protocollo_d_intesa convenzione convenzioni"
        " dichiarazione contratto"
        " acordo acordos convenios smlouva smlouvy dohoda dohody overeenkomst overeenkomsten"
        " verdrag verdragen"
    ).split(),
    "membership": (
        "group groups cluster clusters klaster klastry klastra network networks association "
        "associations stowarzyszenie forum alliance platform consortium club clubs committee "
        "committees board boards federation federacja union council chamber izba coalition "
        "partnership working_group working_groups team teams affiliation affiliations "
        "grupa grupy siec "
        "sojusz konsorcjum gruppe netzwerk verband verein groupe reseau cercle bloc community"
        " joint_venture joint_ventures klastrowa klastru subgroup sub_group subgroups sub_groups "
        "member_of is_member_of is_a_member_of memberships belongs_to mitglied_in mitglied_von "
        "membre_de nalezy_do czlonek_w"
        " arbeitsgruppe arbeitsgruppen arbeitskreis ausschuss gremium netzwerke bundnis"
        " arbeitsgemeinschaft vereinigung kammer groupe_de_travail comite reseaux grupo grupos"
        " redes grupo_de_trabajo asociacion alianza federacion plataforma consejo miembro_de"
        " es_miembro_de pole poles gruppo gruppi rete reti gruppo_di_lavoro comitato associazione"
        " alleanza federazione piattaforma consiglio membro_di membre_du"
        " consorcio consorcios camara camaras gremial associacao associacoes alianca membro_de"
        " sdruzeni spolek skupina"
        " vereniging verenigingen netwerk netwerken werkgroep werkgroepen lid_van clen_v"
    ).split(),
}
PROPERTIES = {
    "name": (
        "name names nazwa title tytul label full_name legal_name full_legal_name titre nom "
        "display_name raw_name original_name registered_name brief_title official_title "
        "name_english name_in_english english_title "
        "bezeichnung titel official_name company_name pelna_nazwa nazwa_pelna raison_sociale"
        " nombre nome denominazione denominacion denomination titulo titolo razon_social"
        " ragione_sociale intitule"
        " nazev naam"
    ),
    "id": (
        "id ids identifier siren siret code number num nr no key rcn ref reference uid uuid kod "
        "numer wikidata wikidata_id qid identyfikator lp identification_code ocid unique_id "
        "unique_identifier"
        " codigo codice numero identificador identificativo kennung kennnummer nummer"
        " ico"
    ),
    "kind": (
        "type typ kind category kategoria rodzaj legal_form forma_prawna activity_type "
        "entity_type legal_entity_type class schema organisation_type organization_type "
        "org_type rechtsform kategorie forme_juridique stakeholder_type type_of_organisation "
        "type_of_organization types event_code"
        " tipo forma_juridica forma_giuridica categoria tipologia organisationstyp"
        " naturaleza_juridica"
        " soort"
    ),
    "sector": ("sector sektor branza industry branche secteur settore secteur_d_activite"),
    "aliases": (
        "short_name shortname abbreviation abbr abbrev acronym akronim skrot alias aliases "
        "other_name other_names alternative_name alternative_names legal_short_name "
        "nazwa_skrocona english_name name_en trading_name "
        "also_known_as sigle abkuerzung former_name weak_alias previous_name"
        " synonym synonyms synoniem synonim synonyme"
        " acronimo siglas sigla acronyme kurzname abkurzung"
    ),
    "country": (
        "country countries kraj land pays country_code panstwo nation country_of_origin iso "
        "iso2 iso_code head_office_country country_name state_name jurisdiction "
        "country_iso_code iso_country_code country_iso"
        " pais paese staat nazione herkunftsland"
        " zeme"
    ),
    "region": (
        "region province wojewodztwo powiat county bundesland nuts"
        " comunidad_autonoma provincia regione departement kanton"
    ),
    "city": (
        "city capital_city miasto town ort stadt ville miejscowosc municipality seat "
        "siedziba head_office_city localisation"
        " ciudad citta municipio comune localidad standort sitz siege sede commune"
        " cidade mesto obec gemeente plaats"
    ),
    "latitude": ("lat latitude szerokosc"),
    "longitude": ("lon lng long longitude dlugosc"),
    "coordinates": ("geolocation coordinates coords lat_lon latlong wspolrzedne"),
    "website": (
        "website url website_url site_url company_url www web homepage web_address strona_www "
        "web_site strona_internetowa organization_url organisation_url legal_url web_site_url "
        "domain site_web webseite home_page links homepage_url"
        " link sitio_web sito_web sito pagina_web site_internet internetseite internetadresse"
        " webova_stranka"
    ),
    "founded": (
        "founded established created incorporated foundation_year founding_year founding_date "
        "incorporation_date date_founded year_founded year_established founded_in founded_on "
        "established_in established_on created_in incorporated_on creation_date foundation_date "
        "establishment_date zalozona zalozono utworzono gegrundet gegrundet_am grundungsjahr "
        "grundungsdatum grundung date_creation creation"
        " ano_de_fundacion fecha_de_fundacion anno_di_fondazione date_de_creation"
        " annee_de_creation"
    ),
    "dissolved": (
        "dissolved dissolution_date closed liquidated defunct ceased dissolved_in dissolved_on "
        "closed_on liquidation_date deregistered deregistration_date year_dissolved aufgelost "
        "aufgelost_am auflosung auflosungsdatum zlikwidowano"
    ),
    "description": (
        "description opis about summary beschreibung descripcion descricao descrizione"
    ),
    "part_of": (
        "part_of parent parents parent_ids parent_organisation parent_organization parent_company "
        "parent_group governed_by subsidiary_of parent_id parent_org parent_org_id parent_entity "
        "parent_entity_id parent_company_id parent_organisation_id parent_organization_id"
        " owned_by owner_company holding_company mother_company muttergesellschaft maison_mere "
        "societe_mere spolka_matka spolka_dominujaca capogruppo casa_madre matriz empresa_matriz "
        "sociedad_matriz controlled_by belongs_to_group filiale_de tochter_von"
    ),
    "krs": ("krs krs_number numer_krs nr_krs"),
    "nip": ("nip numer_nip nr_nip"),
    "regon": ("regon numer_regon nr_regon"),
    "ror": ("ror ror_id ror_url ror_id_url ror_link"),
    "lei": ("lei lei_id lei_code"),
    "pic": ("pic pic_id pic_number pic_code"),
    "vat": ("vat vat_number vat_no vat_id vat_code"),
    "start": (
        "start start_date from signature since joined join_date date_joined member_since "
        "enter entered signature_date signed date_signed signed_on date data data_podpisania "
        "data_przystapienia od year rok beginn seit accession_date date_of_accession "
        "entry_date begin begin_date valid_from joined_on joining_date date_of_joining "
        "ec_signature_date date_of_signature data_rozpoczecia adhesion "
        "datum date_of_signing accession accession_year inception time starttime jahr annee"
        " inicio inizio debut data_inizio data_di_inizio fecha_inicio fecha adesione desde dal"
        " depuis depuis_le ano anno laufzeit_von unterzeichnet unterzeichnet_am unterzeichnung"
        " unterzeichnungsdatum eintritt eintrittsdatum eingetreten_am beitritt beitrittsdatum"
        " beitritt_am startdatum gultig_ab mitglied_seit inkrafttreten vertragsbeginn"
        " membre_depuis miembro_desde membro_dal firmado firmato_il signe_le unterschrieben_am"
        " zacatek begindatum datum_podpisu"
    ),
    "end": (
        "end end_date to until till left exit_date date_left do expiry expiry_date valid_to "
        "bis ende koniec data_zakonczenia terminated termination_date left_on expires fin "
        "exit exited departed departed_on departure_date date_of_departure leaving_date "
        "date_of_leaving withdrew withdrawn_on "
        "endtime valid_until valid_till valid_through end_of_participation"
        " fecha_fin data_fine fine_validita scadenza hasta vigencia_hasta jusqu_au austritt"
        " austrittsdatum ausgetreten_am gultig_bis enddatum ablauf ablaufdatum vertragsende"
        " laufzeit_bis echeance expiration vencimiento valido_hasta vigente_hasta"
        " valido_fino_al"
        " fim konec einddatum"
    ),
    "observed": ("as_of stan_na observed as_at"),
    "role": (
        "role rola funkcja function position partner_role participation_type capacity "
        "member_type membership_type type_of_membership membership_category role_in_project "
        "funktion fonction"
        " papel ruolo rol funcion funzione"
    ),
    "weight": (
        "weight strength frequency waga gewicht poids ties collaborations joint_projects "
        "number_of_projects times value"
    ),
    "contribution": (
        "contribution ec_contribution eu_contribution funding net_ec_contribution eu_funding "
        "dofinansowanie"
    ),
    "currency": ("currency waluta"),
    "note": (
        "note notes comment comments uwagi remark remarks bemerkung remarque"
        " observaciones notas anmerkung anmerkungen bemerkungen commentaire commentaires"
        " osservazioni"
    ),
}
OF_FACTS = "start end observed role weight contribution currency note".split()
"""Properties that belong to the fact and not to an organisation, unless a group has them."""

OF_ENDS = {
    *"fin fine scadenza vencimiento caducidad expiracion echeance resiliation".split(),
    *"ablaufs austritts austritt kundigung sortie salida uscita baja".split(),
    *"end expiry expiration closing termination withdrawal exit zakonczenia wygasniecia".split(),
    *"wystapienia rozwiazania konca".split(),
}
OF_RECORDS = {
    *"registration registered register entry update updated modified modification change".split(),
    *"changed publication published birth check checked access accessed retrieval".split(),
    *"retrieved added notice dispatch".split(),
    *"rejestracji wpisu aktualizacji zmiany publikacji urodzenia".split(),
}
"""Words of dates that say when something was written down, and not when it began or ended."""

OF_FOUNDING = {
    *"foundation founding founded creation establishment established incorporation".split(),
    *"zalozenia powstania utworzenia fondation grundung".split(),
}
OF_DISSOLVING = {
    *"dissolution dissolved liquidation closure deregistration likwidacji wykreslenia".split(),
}
YEARS = ("year", "rok", "jahr", "annee", "date", "data", "datum", "fecha", "ano", "anno")
OF_SEATS = (
    "geo address adres location contact hq headquarters head registered official main seat office "
    "siedziba".split()
)
"""Words before a property that say no more than whose it is."""

OF_MEMBERS = {*"current original initial founding present all contracting full".split()}
"""Words before members that say which of them, and not what else they are."""

OF_QUESTIONS = {
    *"what which is are the of your you it do does in please give a an my our".split(),
    *"jaka jaki jakie jest panstwa prosze podac based in".split(),
}

ENDS = (
    ("source", "target"),
    ("from", "to"),
    ("a", "b"),
    ("ego", "alter"),
    ("sender", "receiver"),
    ("i", "j"),
    ("zrodlo", "cel"),
    ("parent", "subsidiary"),
    ("parent", "child"),
    ("investor", "investee"),
    ("acquirer", "target"),
    ("acquirer", "acquiree"),
    ("acquirer", "acquired"),
    ("acquiring", "acquired"),
    ("importer", "exporter"),
    ("owner", "asset"),
    ("tail", "head"),
    ("grantee", "funder"),
    ("funder", "grantee"),
    ("donor", "recipient"),
    ("donor", "recip"),
    ("supplier", "client"),
    ("supplier", "customer"),
    ("owner", "owned"),
    ("registrant", "client"),
    ("consultancy", "client"),
    ("intermediary", "client"),
    ("agent", "client"),
    ("buyer", "seller"),
    ("lender", "borrower"),
    ("von", "nach"),
    ("from node id", "to node id"),
    ("source name", "target name"),
    ("org source", "org dest"),
    ("source org", "destination org"),
    ("source", "destination"),
    ("source", "dest"),
    ("origin", "destination"),
    ("source organisation", "destination organisation"),
    ("source organization", "destination organization"),
    ("source id", "target id"),
    ("source uid", "target uid"),
    ("source uid", "dest uid"),
    ("source", "dest"),
    ("source", "destination"),
    ("origin", "destination"),
    ("origen", "destino"),
    ("source organisation", "target organisation"),
    ("source organization", "target organization"),
    ("from organisation", "to organisation"),
    ("from organization", "to organization"),
    ("city", "sister city"),
    ("city", "twin city"),
    ("city", "partner city"),
    ("town", "twin town"),
    ("municipality", "twin municipality"),
    ("start node", "end node"),
    ("start id", "end id"),
    ("node id start", "node id end"),
    ("source node", "target node"),
    ("from id", "to id"),
    ("start node node id", "end node node id"),
    ("relationship start node node id", "relationship end node node id"),
)
