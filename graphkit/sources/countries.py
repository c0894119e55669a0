"""Countries by ISO 3166 code and by name, so that PL, Poland and Polska are one place.

EL and UK are what the European Union writes for GR and GB.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graphkit.model.naming import fold
from graphkit.sources.languages.country_names import NAMES

_COUNTRIES = (
    "AF Afghanistan;AL Albania;DZ Algeria;AD Andorra;AO Angola;AG Antigua and Barbuda;"
    "AR Argentina;AM Armenia;AU Australia;AT Austria;AZ Azerbaijan;BS Bahamas;BH Bahrain;"
    "BD Bangladesh;BB Barbados;BY Belarus|Białoruś;BE Belgium;BZ Belize;BJ Benin;BT Bhutan;"
    "BO Bolivia|Plurinational State of Bolivia|Bolivia (Plurinational State of);"
    "BA Bosnia and Herzegovina|Bosnia & Herzegovina|Bosnia|Bosnia-Herzegovina;BW Botswana;"
    "BR Brazil;BN Brunei|Brunei Darussalam;BG Bulgaria;BF Burkina Faso;BI Burundi;"
    "CV Cabo Verde|Cape Verde;KH Cambodia;CM Cameroon;CA Canada;CF Central African Republic;"
    "TD Chad;CL Chile;CN China;CO Colombia;KM Comoros;CG Congo|Republic of the Congo;"
    "CD Democratic Republic of the Congo|DRC|DR Congo;CR Costa Rica;"
    "CI Côte d'Ivoire|Côte d’Ivoire|Ivory Coast;HR Croatia;CU Cuba;CY Cyprus;"
    "CZ Czechia|Czech Republic|Czech Rep.;DK Denmark;DJ Djibouti;DM Dominica;"
    "DO Dominican Republic;EC Ecuador;EG Egypt;SV El Salvador;GQ Equatorial Guinea;ER Eritrea;"
    "EE Estonia;SZ Eswatini|Swaziland;ET Ethiopia;FJ Fiji;FI Finland;FR France|Francja;GA Gabon;"
    "GM Gambia|The Gambia;GE Georgia|Gruzja;DE Germany|Deutschland|Niemcy;GH Ghana;GR Greece|EL;"
    "GD Grenada;GT Guatemala;GN Guinea;GW Guinea-Bissau;GY Guyana;HT Haiti;HN Honduras;"
    "HU Hungary;IS Iceland;IN India;ID Indonesia;"
    "IR Iran|Islamic Republic of Iran|Iran (Islamic Republic of);IQ Iraq;IE Ireland;IL Israel;"
    "IT Italy|Włochy|Italia;JM Jamaica;JP Japan;JO Jordan;KZ Kazakhstan;KE Kenya;KI Kiribati;"
    "KP North Korea|Democratic People's Republic of Korea|DPRK;"
    "KR South Korea|Republic of Korea|Korea|Korea, Republic of|Korea (the Republic of);KW Kuwait;"
    "KG Kyrgyzstan;LA Laos|Lao PDR|Lao People's Democratic Republic;LV Latvia;LB Lebanon;"
    "LS Lesotho;LR Liberia;LY Libya;LI Liechtenstein;LT Lithuania|Litwa;LU Luxembourg;"
    "MG Madagascar;MW Malawi;MY Malaysia;MV Maldives;ML Mali;MT Malta;MH Marshall Islands;"
    "MR Mauritania;MU Mauritius;MX Mexico;"
    "FM Micronesia|Micronesia (Federated States of)|Federated States of Micronesia;"
    "MD Moldova|Republic of Moldova|Moldova, Republic of;MC Monaco;MN Mongolia;ME Montenegro;"
    "MA Morocco;MZ Mozambique;MM Myanmar|Burma;NA Namibia;NR Nauru;NP Nepal;"
    "NL Netherlands|The Netherlands;NZ New Zealand;NI Nicaragua;NE Niger;NG Nigeria;"
    "MK North Macedonia|Macedonia|FYROM|The former Yugoslav Republic of Macedonia;NO Norway;"
    "OM Oman;PK Pakistan;PW Palau;PS Palestine|Palestinian Territories|State of Palestine;"
    "PA Panama;PG Papua New Guinea;PY Paraguay;PE Peru;PH Philippines;PL Poland|Polska;"
    "PT Portugal;QA Qatar;RO Romania;RU Russia|Russian Federation;RW Rwanda;"
    "KN Saint Kitts and Nevis;LC Saint Lucia;VC Saint Vincent and the Grenadines;WS Samoa;"
    "SM San Marino;ST Sao Tome and Principe;SA Saudi Arabia;SN Senegal;RS Serbia;SC Seychelles;"
    "SL Sierra Leone;SG Singapore;SK Slovakia|Słowacja;SI Slovenia;SB Solomon Islands;SO Somalia;"
    "ZA South Africa;SS South Sudan;ES Spain|Hiszpania|España;LK Sri Lanka;SD Sudan;SR Suriname;"
    "SE Sweden;CH Switzerland;SY Syria|Syrian Arab Republic;TW Taiwan|Taiwan, Province of China;"
    "TJ Tajikistan;TZ Tanzania|United Republic of Tanzania|Tanzania, United Republic of;"
    "TH Thailand;TL Timor-Leste;TG Togo;TO Tonga;TT Trinidad and Tobago;TN Tunisia;"
    "TR Türkiye|Turkey;TM Turkmenistan;TV Tuvalu;UG Uganda;UA Ukraine|Ukraina;"
    "AE United Arab Emirates;GB United Kingdom|UK|U.K.|Great Britain|Britain|England|Scotland|"
    "Wales|Northern Ireland|United Kingdom of Great Britain and Northern Ireland;"
    "US United States|USA|U.S.|U.S.A.|United States of America;UY Uruguay;UZ Uzbekistan;"
    "VU Vanuatu;VA Vatican City|Holy See;"
    "VE Venezuela|Venezuela (Bolivarian Republic of)|Bolivarian Republic of Venezuela;"
    "VN Vietnam|Viet Nam;YE Yemen;ZM Zambia;ZW Zimbabwe;XK Kosovo;GL Greenland;FO Faroe Islands;"
    "GI Gibraltar;HK Hong Kong|Hong Kong SAR|China, Hong Kong SAR;MO Macao;NC New Caledonia;"
    "PF French Polynesia;PR Puerto Rico;AW Aruba;CW Curaçao;BM Bermuda;KY Cayman Islands;"
    "GG Guernsey;JE Jersey;IM Isle of Man;VG British Virgin Islands;RE Réunion;GP Guadeloupe;"
    "MQ Martinique;GF French Guiana"
)

_LONGER = (
    "AFAFG ALALB DZDZA ADAND AOAGO AGATG ARARG AMARM AUAUS ATAUT AZAZE BSBHS BHBHR BDBGD BBBRB "
    "BYBLR BEBEL BZBLZ BJBEN BTBTN BOBOL BABIH BWBWA BRBRA BNBRN BGBGR BFBFA BIBDI CVCPV KHKHM "
    "CMCMR CACAN CFCAF TDTCD CLCHL CNCHN COCOL KMCOM CGCOG CDCOD CRCRI CICIV HRHRV CUCUB CYCYP "
    "CZCZE DKDNK DJDJI DMDMA DODOM ECECU EGEGY SVSLV GQGNQ ERERI EEEST SZSWZ ETETH FJFJI FIFIN "
    "FRFRA GAGAB GMGMB GEGEO DEDEU GHGHA GRGRC GDGRD GTGTM GNGIN GWGNB GYGUY HTHTI HNHND HUHUN "
    "ISISL ININD IDIDN IRIRN IQIRQ IEIRL ILISR ITITA JMJAM JPJPN JOJOR KZKAZ KEKEN KIKIR KPPRK "
    "KRKOR KWKWT KGKGZ LALAO LVLVA LBLBN LSLSO LRLBR LYLBY LILIE LTLTU LULUX MGMDG MWMWI MYMYS "
    "MVMDV MLMLI MTMLT MHMHL MRMRT MUMUS MXMEX FMFSM MDMDA MCMCO MNMNG MEMNE MAMAR MZMOZ MMMMR "
    "NANAM NRNRU NPNPL NLNLD NZNZL NINIC NENER NGNGA MKMKD NONOR OMOMN PKPAK PWPLW PSPSE PAPAN "
    "PGPNG PYPRY PEPER PHPHL PLPOL PTPRT QAQAT ROROU RURUS RWRWA KNKNA LCLCA VCVCT WSWSM SMSMR "
    "STSTP SASAU SNSEN RSSRB SCSYC SLSLE SGSGP SKSVK SISVN SBSLB SOSOM ZAZAF SSSSD ESESP LKLKA "
    "SDSDN SRSUR SESWE CHCHE SYSYR TWTWN TJTJK TZTZA THTHA TLTLS TGTGO TOTON TTTTO TNTUN TRTUR "
    "TMTKM TVTUV UGUGA UAUKR AEARE GBGBR USUSA UYURY UZUZB VUVUT VAVAT VEVEN VNVNM YEYEM ZMZMB "
    "ZWZWE GLGRL FOFRO GIGIB HKHKG MOMAC NCNCL PFPYF PRPRI AWABW CWCUW BMBMU KYCYM GGGGY JEJEY "
    "IMIMN VGVGB REREU GPGLP MQMTQ GFGUF"
)
"""The codes of two letters, each followed by that of three."""


_SHORT = (
    "AE UAE|U.A.E.|The UAE|Emirates, United Arab;US U.S|U.S.A|US of A|The United States|"
    "United States (USA)|The USA;GB U.K|The UK|UK (United Kingdom)|United Kingdom (UK)|"
    "The United Kingdom;CD D.R.C.|D.R. Congo|Dem. Rep. Congo|"
    "DR of the Congo|Congo (DRC)|Congo, DR|Congo DR|Congo-Kinshasa|Congo (Kinshasa)|"
    "Congo, Dem. Rep.|Congo, Democratic Republic of the|Congo, The Democratic Republic of the|"
    "Congo (Democratic Republic of the);CG Congo-Brazzaville|Congo (Brazzaville)|Congo, Rep.|"
    "Republic of Congo|Congo Republic;KR S. Korea|S Korea|Korea, South|Korea (South)|Korea South|"
    "ROK|Korea, Rep.|Korea Republic|Korea Rep.;KP N. Korea|N Korea|Korea, North|Korea (North)|"
    "Korea North|Korea, Dem. People's Rep.|Korea, Democratic People's Republic of|"
    "Korea (Democratic People's Republic of);CI Cote d Ivoire|Cote dIvoire|Cote-d'Ivoire|"
    "The Ivory Coast|Republic of Côte d'Ivoire;CZ The Czech Republic;SK Slovak Republic|"
    "Slovak Rep.;SA KSA|Kingdom of Saudi Arabia;ZA RSA|S. Africa|Republic of South Africa;"
    "BA BiH|Bosnia and Herz.|Bosnia & Herz.;CF Central African Rep.|C.A.R.;DO Dominican Rep.;"
    "GQ Eq. Guinea;SS S. Sudan;SB Solomon Is.;MH Marshall Is.;FM Micronesia, Fed. Sts.|"
    "Micronesia, Federated States of;PG Papua N. Guinea;TT Trinidad & Tobago;"
    "AG Antigua & Barbuda;KN St. Kitts and Nevis|St Kitts and Nevis|St. Kitts & Nevis|"
    "Saint Kitts & Nevis;LC St. Lucia|St Lucia;VC St. Vincent and the Grenadines|"
    "St Vincent and the Grenadines|St. Vincent & the Grenadines|Saint Vincent & the Grenadines;"
    "ST São Tomé & Príncipe;BS The Bahamas|Bahamas, The;GM Gambia, The;PH The Philippines;"
    "MV The Maldives;SD The Sudan;NL Holland|Netherlands, The|The Kingdom of the Netherlands;"
    "IE Republic of Ireland|Eire|Ireland, Republic of;KG Kyrgyz Republic|Kirghizia|Kirgizstan;"
    "EG Egypt, Arab Rep.|Arab Republic of Egypt;IR Iran, Islamic Rep.|"
    "Iran, Islamic Republic of;YE Yemen, Rep.|Republic of Yemen;VE Venezuela, RB|"
    "Venezuela, Bolivarian Republic of;BO Bolivia, Plurinational State of;CN PR China|P.R. China|"
    "P. R. China|People's Republic of China|China, People's Republic of|Mainland China|China PR;"
    "TW Taiwan, China|Taiwan (China)|Chinese Taipei|Taiwan (ROC)|Taiwan, ROC;"
    "HK Hong Kong SAR, China|Hong Kong (SAR)|Hong Kong, China|Hongkong|Hong Kong (China);"
    "MO Macau|Macao SAR, China|China, Macao SAR|Macao SAR;MK Macedonia, FYR|"
    "Republic of North Macedonia|N. Macedonia|Macedonia (FYROM)|FYR Macedonia;SZ eSwatini;"
    "TL East Timor|Timor Leste;TR Turkiye|Republic of Türkiye|Republic of Turkey;VN Viet-Nam;"
    "SY Syria Arab Republic;RU Russian Fed.|Russian Fed;CV Cabo-Verde;MM Myanmar (Burma)|"
    "Burma (Myanmar);PS Palestinian Territory|Palestinian Territory, Occupied|West Bank and Gaza|"
    "Palestine, State of|Occupied Palestinian Territory;VA Vatican|Holy See (Vatican City State);"
    "MD Moldova, Rep. of;TZ Tanzania, United Rep. of;BN Brunei-Darussalam;NZ N.Z."
)
"""Short forms of the names of countries, and those with the first word behind a comma."""


_ARTICLE = re.compile(r"(?<=\w),? ?\(?the\)?$", re.IGNORECASE)
"""The article that ISO writes behind the names of some countries: `Sudan (the)`."""


@cache
def _known() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for entry in _COUNTRIES.split(";"):
        code, _, names = entry.partition(" ")
        name, *others = names.split("|")
        found |= {fold(word): (code, name) for word in (code, name, *others)}
    found |= {fold(word[2:]): found[fold(word[:2])] for word in _LONGER.split()}
    for entry in (*_SHORT.split(";"), *NAMES.split(";")):
        code, _, names = entry.partition(" ")
        for name in names.split("|"):
            found.setdefault(fold(name), found[fold(code)])
    return found


@lru_cache(maxsize=2**14)
def country_of(text: str) -> tuple[str, str] | None:
    """The ISO code and the English name of a country that a code or a name means, or None.

    >>> country_of("PL"), country_of("Polska"), country_of("POL"), country_of("Atlantis")
    (('PL', 'Poland'), ('PL', 'Poland'), ('PL', 'Poland'), None)
    >>> country_of("UAE"), country_of("Korea, South")
    (('AE', 'United Arab Emirates'), ('KR', 'South Korea'))
    >>> country_of("Netherlands (the)")
    ('NL', 'Netherlands')
    >>> country_of("Magyarország"), country_of("Tyskland")
    (('HU', 'Hungary'), ('DE', 'Germany'))
    """
    return _known().get(fold(text)) or _known().get(fold(_ARTICLE.sub("", text)))
