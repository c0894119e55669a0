"""Words of the names of columns in French, Spanish, Italian, Portuguese, Romanian and Catalan."""

from __future__ import annotations

WORDS = {
    "French": {
        "member": "organisations institution parti partis collectivité collectivités université "
        "universités société_membre acteur acteurs cosignataire cosignataires organisme_membre "
        "établissement_membre parties_prenantes partie_prenante bénéficiaires "
        "partenaire_du_projet",
        "membership": "appartenance groupes groupement groupements alliances coalition coalitions "
        "associations "
        "fédération fédérations consortium consortiums cercles commission commissions conseil "
        "conseil_d_administration union unions syndicat syndicats plateforme collectif collectifs "
        "chambre groupe_d_intérêt groupe_parlementaire nuance_liste cluster_d_entreprises",
        "declaration": "contrat contrats conventions déclaration déclarations protocoles chartes "
        "engagement engagements appel tribune pétition",
        "collaboration": "évènement événements évènements programmes réunion réunions opération "
        "opérations marché",
        "name": "noms dénomination_sociale nom_complet désignation",
        "aliases": "nom_court abréviation",
        "id": "identifiant code_siren numéro_siren numéro",
        "kind": "catégorie type_de_structure nature statut_juridique type_d_organisme",
        "sector": "domaine",
        "country": "pays_membre nationalité",
        "region": "région département",
        "city": "villes localité",
        "website": "site site_web url_du_site",
        "founded": "fondé fondée créé créée fondation",
        "dissolved": "dissous dissoute dissolution",
        "part_of": "maison_mère société_mère",
        "start": "début date_début signé_le signature adhésion entrée année_d_adhésion "
        "année_d_entrée année_de_début",
        "end": "date_fin sortie année_de_fin",
        "role": "rôle qualité",
        "contribution": "subvention financement aide",
        "currency": "devise monnaie",
        "note": "observations remarques",
        "date": "date année",
        "of_joining": "adhésion signature début entrée",
        "of_ends": "fin sortie expiration",
        "of_founding": "création fondation",
        "of_dissolving": "dissolution",
        "of_records": "naissance publication inscription mise maj modification saisie "
        "consultation accès",
        "people": "personnes représentant représentante représentants élu élue député députée "
        "dirigeant dirigeants nom_prénom président présidente responsable référent",
        "members": "adhérents",
        "signatories": "cosignataires",
        "partners": "partenaires",
        "counts": "effectif nb_de",
        "ends": "source-cible origine-cible émetteur-destinataire ville-ville_jumelée "
        "commune-commune_jumelée ville-ville_partenaire actionnaire-filiale",
    },
    "Spanish": {
        "member": "partido partidos partido_político partidos_políticos compañía compañías "
        "integrante integrantes asociado asociados asociada adherido adheridos adherente "
        "adherentes institución_miembro organización_miembro universidades actor actores "
        "suscriptor suscriptores adjudicatario adjudicatarios sujeto_obligado ayuntamiento "
        "entidad_participante entidades_participantes socio_del_proyecto",
        "membership": "red clúster coalición coaliciones alianzas asociaciones federaciones "
        "confederación confederaciones frente bloque bancada comité comités consejos mesa "
        "comisión comisiones plataformas unión uniones agrupación agrupaciones cámara "
        "grupo_parlamentario grupo_político pertenece_a miembro_del es_parte_de junta foro",
        "declaration": "acuerdos_de_paz contratos declaraciones pactos tratados compromiso "
        "compromisos memorándum adhesión_a convención",
        "collaboration": "programas iniciativa iniciativas reunión reuniones audiencia audiencias "
        "convocatoria",
        "name": "nombres nombre_completo denominación_social nombre_oficial rótulo razón_social",
        "aliases": "nombre_corto abreviatura acrónimo",
        "id": "cif nif ruc rut nit cuit código número identificación",
        "kind": "tipos clase tipo_de_entidad tipo_de_organización categoría naturaleza",
        "sector": "rubro ámbito",
        "country": "país países nación estado_miembro nacionalidad",
        "region": "región departamento comunidad provincia",
        "city": "municipio ciudades",
        "website": "web página_web enlace",
        "founded": "fundado fundada fundación año_de_fundación constitución",
        "dissolved": "disuelto disuelta disolución",
        "description": "descripción",
        "part_of": "empresa_matriz",
        "start": "inicio desde comienzo ingreso fecha_de_inicio fecha_de_ingreso fecha_de_firma "
        "año_de_ingreso firmado_el adhesión incorporación",
        "end": "fin hasta término fecha_de_fin fecha_de_término finalización salida",
        "role": "cargo función rol_en_el_proyecto calidad",
        "contribution": "subvención aporte financiación",
        "currency": "moneda divisa",
        "note": "observación comentario comentarios nota",
        "date": "fecha año",
        "of_joining": "adhesión firma inicio ingreso incorporación suscripción alta",
        "of_ends": "fin término finalización salida baja vencimiento",
        "of_founding": "fundación creación constitución",
        "of_dissolving": "disolución extinción",
        "of_records": "nacimiento publicación actualización registro modificación inscripción",
        "people": "persona personas representante representantes diputado diputada senador "
        "senadora titular nombres_y_apellidos contacto responsable director directora",
        "members": "integrantes miembros asociados",
        "signatories": "suscriptores",
        "participants": "participantes",
        "counts": "cantidad total_de",
        "ends": "origen-destino fuente-destino emisor-receptor matriz-filial "
        "ciudad-ciudad_hermana municipio-municipio_hermanado ciudad-ciudad_hermanada",
    },
    "Italian": {
        "member": "partito partiti organizzazione_membro associato associati consorziato "
        "consorziati impresa_aderente ditta ditte soggetto soggetti socio_fondatore "
        "ente_partecipante partner_di_progetto comune_aderente università_partner aggiudicatario "
        "beneficiario",
        "membership": "consorzio consorzi federazioni associazioni coalizione coalizioni alleanze "
        "gruppo_parlamentare lista_di_coalizione reti unione unioni comitati commissione "
        "commissioni consigli tavolo polo poli camera raggruppamento rete_di_imprese distretto "
        "cartello appartiene_a consiglio_di_amministrazione",
        "declaration": "contratti dichiarazioni convenzioni intesa intese manifesto impegno "
        "trattati petizione",
        "collaboration": "progetti_finanziati iniziativa iniziative riunione incontro incontri "
        "programmi bando",
        "name": "nomi nominativo denominazione_sociale nome_completo",
        "aliases": "abbreviazione acronimo nome_breve",
        "id": "codice_fiscale partita_iva",
        "kind": "natura_giuridica tipo_ente tipologia_ente",
        "sector": "ambito",
        "country": "nazione_di_origine paesi stato_membro nazionalità",
        "region": "regioni provincia",
        "city": "città comuni località sede_legale",
        "website": "sito_internet indirizzo_web",
        "founded": "fondato fondata fondazione costituito costituita anno_fondazione",
        "dissolved": "sciolto sciolta scioglimento",
        "part_of": "società_madre casa_madre",
        "start": "dal adesione ingresso decorrenza sottoscritto anno_di_adesione data_adesione "
        "data_ingresso data_firma stipula",
        "end": "termine data_termine cessazione uscita",
        "role": "carica qualifica",
        "contribution": "contributo finanziamento",
        "currency": "valuta",
        "note": "annotazioni",
        "date": "data anno",
        "of_joining": "adesione firma inizio ingresso sottoscrizione stipula",
        "of_ends": "fine termine uscita cessazione scadenza",
        "of_founding": "fondazione costituzione creazione",
        "of_dissolving": "scioglimento",
        "of_records": "nascita pubblicazione aggiornamento registrazione modifica iscrizione",
        "people": "persona persone rappresentante legale_rappresentante cognome nome_e_cognome "
        "cognome_e_nome deputato senatore referente presidente",
        "members": "aderenti consorziati",
        "signatories": "sottoscrittori",
        "counts": "numero_di quantità",
        "ends": "fonte-destinazione mittente-destinatario controllante-controllata "
        "comune-comune_gemellato città-città_gemellata comune-gemellaggio "
        "città-città_gemella",
    },
    "Portuguese": {
        "member": "organização organizações entidade_membro partido partidos empresa_associada "
        "associada associadas universidades signatária signatárias aderentes membro_da_rede "
        "parceira parceiras instituição_parceira participantes consorciado concedente convenente "
        "órgão órgãos beneficiário proponente sócio sócios fornecedor",
        "membership": "rede consórcio consórcios coligação coligações federação federações aliança "
        "alianças associações comitê comité conselho conselhos comissão comissões câmara fórum "
        "frente_parlamentar bloco bancada união cooperativa núcleo grupo_de_trabalho membro_da "
        "federação_partidária confederação",
        "declaration": "contrato contratos convênio convénio convênios declaração tratados pacto "
        "compromisso memorando",
        "collaboration": "programas iniciativa reunião reuniões edital",
        "name": "nome nomes nome_completo denominação razão_social designação título",
        "aliases": "abreviatura acrónimo acrônimo nome_fantasia",
        "id": "cnpj nif código número nipc",
        "kind": "tipo_de_entidade natureza_jurídica espécie",
        "sector": "setor ramo área_de_atuação",
        "country": "país países nação estado_membro nacionalidade",
        "region": "uf distrito província região",
        "city": "cidades município concelho localidade",
        "website": "site página site_web endereço_eletrónico",
        "founded": "fundado fundada fundação criado criada ano_de_fundação",
        "dissolved": "dissolvido dissolvida extinto extinta",
        "description": "descrição",
        "part_of": "empresa_mãe",
        "start": "início data_de_início data_início desde entrada adesão data_de_adesão "
        "ano_de_adesão data_de_assinatura assinatura assinado_em ano_de_início vigência_início",
        "end": "fim_data data_de_fim data_fim término data_de_término saída vigência_fim",
        "role": "função papel_no_projeto",
        "contribution": "financiamento",
        "currency": "moeda",
        "note": "observação observações",
        "date": "data ano",
        "of_joining": "adesão assinatura início entrada celebração",
        "of_ends": "fim término saída encerramento",
        "of_founding": "fundação criação constituição",
        "of_dissolving": "dissolução extinção",
        "of_records": "nascimento publicação atualização registro registo cadastro",
        "people": "pessoa pessoas representante deputado deputada sobrenome apelido responsável "
        "presidente contato",
        "members": "membros associados aderentes",
        "signatories": "signatários",
        "participants": "participantes",
        "partners": "parceiros",
        "counts": "quantidade número_de",
        "ends": "origem-destino fonte-destino remetente-destinatário cidade-cidade_irmã "
        "município-município_geminado cidade-cidade_geminada",
    },
    "Romanian": {
        "member": "organizație organizația organizații organizațiile organizației membru membri "
        "membrii membrul partener parteneri partenerul firmă firme companie companii instituție "
        "instituția instituției instituții beneficiarul semnatar semnatari semnatarul partid "
        "partide partidul participant participanți întreprindere întreprinderi universitate "
        "societate solicitant entitate autoritate",
        "membership": "grup grupuri rețea rețele asociație asociația asociații alianță alianța "
        "alianțe coaliție coaliția federație federația uniune cluster_inovativ consorțiu "
        "consorțiul comitet comisie consiliu grup_de_lucru grup_parlamentar camera_de_comerț "
        "membru_al membru_în",
        "declaration": "acord acorduri acordul tratat tratate declarație declarația convenție "
        "contract_de_finanțare memorandumul",
        "collaboration": "proiect proiecte proiectul proiectului eveniment conferință",
        "name": "nume numele denumire denumirea titlu titlul",
        "aliases": "abreviere prescurtare nume_scurt",
        "id": "cod codul cui cif număr nr_crt cod_fiscal identificator",
        "kind": "tip tipul categorie forma_juridică",
        "sector": "domeniu domeniul",
        "country": "țară țara țări",
        "region": "județ județul regiune regiunea",
        "city": "oraș orașul localitate localitatea sediu sediul",
        "website": "site_web pagină_web adresă_web",
        "founded": "fondat fondată înființat înființată anul_înființării data_înființării",
        "dissolved": "dizolvat desființat",
        "description": "descriere",
        "part_of": "societate_mamă",
        "start": "început data_început membru_din data_aderării anul_aderării data_semnării "
        "data_începerii aderare semnat_la",
        "end": "sfârșit data_sfârșit până_la data_finalizării data_încheierii",
        "role": "rol rolul funcție funcția calitate",
        "contribution": "finanțare",
        "currency": "monedă",
        "note": "observații mențiuni notă",
        "date": "data anul dată",
        "of_joining": "aderării semnării începerii intrării",
        "of_ends": "finalizării încheierii expirării retragerii",
        "of_founding": "înființării fondării constituirii",
        "of_dissolving": "dizolvării desființării",
        "of_records": "nașterii publicării actualizării înregistrării",
        "people": "persoană persoane reprezentant prenume nume_și_prenume deputat",
        "members": "membrii",
        "signatories": "semnatari semnatarii",
        "participants": "participanți",
        "partners": "parteneri",
        "counts": "numărul_de",
        "ends": "sursă-țintă sursă-destinație oraș-oraș_înfrățit",
    },
    "Catalan": {
        "member": "entitat entitats organització organitzacions institució institucions "
        "universitat universitats ajuntament ajuntaments empreses_membre soci_del_projecte "
        "entitat_membre entitats_participants signant signants",
        "membership": "xarxa xarxes grup grups associació associacions federació federacions "
        "aliança aliances consorci consorcis coalició coalicions comissió comissions consell "
        "plataforma_d_entitats grup_de_treball membre_de",
        "declaration": "conveni convenis acord acords contracte contractes declaració",
        "collaboration": "projecte projectes programes_de_recerca esdeveniment esdeveniments",
        "name": "nom_complet nom_de_l_entitat denominació",
        "aliases": "sigles nom_curt",
        "id": "codi",
        "kind": "tipus tipus_d_entitat forma_jurídica",
        "country": "país països",
        "region": "comarca comarques",
        "city": "municipi municipis població ciutat localitat",
        "website": "pàgina_web lloc_web",
        "founded": "any_constitució any_de_constitució data_de_constitució any_de_fundació "
        "any_de_creació",
        "dissolved": "any_de_dissolució data_de_dissolució",
        "start": "inici data_inici data_d_inici data_signatura data_de_signatura any_d_adhesió",
        "end": "data_fi data_de_finalització any_de_baixa",
        "role": "rol funció",
        "note": "observacions",
        "date": "data",
        "people": "persona persones representant president presidenta responsable",
        "of_joining": "signatura adhesió inici",
        "of_ends": "finalització venciment baixa",
        "of_founding": "constitució fundació creació",
        "of_dissolving": "dissolució",
        "members": "membres",
        "signatories": "signants",
        "partners": "col_laboradors",
    },
}  # fmt: skip
