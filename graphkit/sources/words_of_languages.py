"""Words of the names of European organisations, by language, to tell encodings apart.

Each list is ours: words for institutions, legal forms, towns and regions, chosen so that the
letters beyond ASCII stand in their usual company. `encodings` derives from them how likely one
letter is to follow another; it needs no more than that, so the lists stay small.
"""

from __future__ import annotations

WORDS = {
    "Polish": """
        spółka akcyjna spółdzielnia politechnika łódzka świętokrzyska śląska wrocławska gdańska
        białostocka poznańska krakowska częstochowska rzeszowska lubelska uniwersytet łódzki śląski
        warmińsko mazurski jagielloński przyrodniczy województwo dolnośląskie łódzkie małopolskie
        świętokrzyskie kujawsko pomorskie wielkopolskie urząd marszałkowski miejski gminy miasto
        łódź kraków poznań gdańsk wrocław częstochowa toruń białystok bielsko biała rzeszów świdnica
        żory świętochłowice zabrze ząbki tarnów elbląg słupsk jastrzębie zdrój żywiec
        przedsiębiorstwo produkcyjno usługowo handlowe usługi zakład zakłady przemysł przemysłu
        przemysłowy związek pracodawców stowarzyszenie przedsiębiorców zespół szkół szkoła wyższa
        ośrodek badawczo rozwojowy instytut obróbki skrawaniem odlewnictwa spawalnictwa metalurgii
        żelaza górnictwa węgla brunatnego naukowo techniczny państwowa państwowy wyższy główny
        główna współpraca współpracy wspólnota rozwój rozwoju społeczny społeczne społeczność
        województwa podkarpackiego łączność maszyn urządzeń narzędzi narzędziownia żeliwa źródło
        źrebak kształcenie młodzież młodzieży oświata oświaty środowisko środowiska ochrona zdrowia
        bank spółdzielczy klaster obróbki lotniczy dolina lotnicza powiat zgierski bełchatów
        międzynarodowe targi poznańskie agencja regionalnego fundacja łąka książka wydawnictwo
        święty józef andrzej michał paweł łukasz grażyna małgorzata zdzisław stanisław bożena
        wiśniewski dąbrowski kamiński zieliński szymański woźniak kozłowski jabłoński król wójcik
        kwaśniewski grabowska źle żaden gdzieś ktoś jeśli będzie są się oraz zł kłosy ćwierć ćma
        """,
    "Czech": """
        univerzita karlova české vysoké učení technické v praze brně vědy akademie ústav společnost
        ručením omezeným výzkumný výzkum vývoj středisko město obec kraj plzeňský jihočeský
        jihomoravský ústecký zlínský středočeský liberecký olomouc plzeň brno děčín třebíč znojmo
        jičín přerov zlín mladá boleslav české budějovice hradec králové ústí nad labem žďár sázavou
        příbram opava karviná třinec vítkovice strojírny železárny zařízení průmyslová průmysl
        hospodářská komora sdružení spolek nadace škola základní střední mateřská gymnázium knihovna
        národní muzeum ministerstvo školství mládeže tělovýchovy životního prostředí zemědělství
        zemědělská česká republika krajský úřad městský dům dětí nemocnice léčebna lázně služby
        výroba výrobní družstvo obchodní příspěvková organizace fyzikální fyziky geofyzikální ústav
        chemických procesů měření řízení přístrojů akciová nákladní doprava české dráhy pošta
        spořitelna pojišťovna vodárna vodní teplárna čistírna dvořák novák svoboda procházka kučera
        veselý horák němec pospíšil čermák růžička jiří tomáš zdeněk václav františek kateřina lucie
        ďábel ťuhýk ňadra štěstí šťastný měď
        """,
    "Slovak": """
        slovenská technická univerzita v bratislave žilinská prešove komenského akadémia vied ústav
        spoločnosť s ručením obmedzeným štátna štátny výskumný výskum vývoj mesto obec košice žilina
        banská bystrica prešov trenčín nitra trnava liptovský mikuláš považská ľubovňa dolný kubín
        lučenec zvolen martin ružomberok spišská nová ves kraj košický združenie zväz nadácia škola
        základná stredná odborná gymnázium knižnica národné múzeum ministerstvo školstva životného
        prostredia pôdohospodárstva hospodárstva úrad nemocnica služby výroba podnik železnice
        železiarne podbrezová závod závody družstvo obchodná poľnohospodárske poľnohospodárstvo
        vodohospodárska výstavba slovenské elektrárne ťažba ľudový ľudia dĺžka vŕba stĺp mäso päť
        kôň stôl vôňa dielňa učňovské učebňa priemyselný
        """,
    "Hungarian": """
        egyetem műszaki gazdaságtudományi tudományegyetem eötvös loránd szegedi debreceni pécsi
        magyar tudományos akadémia kutatóközpont kutatóintézet kutató intézet részvénytársaság
        zártkörűen működő nyilvánosan korlátolt felelősségű társaság betéti vállalat szövetség
        egyesület alapítvány önkormányzat önkormányzata város városi megyei fővárosi kerület győr
        pécs székesfehérvár nyíregyháza kecskemét veszprém szombathely kőszeg békéscsaba
        hódmezővásárhely gyöngyös dunaújváros tatabánya esztergom érd sopron szolnok miskolc közép
        dunántúli észak alföldi regionális fejlesztési ügynökség ipari kereskedelmi kamara
        minisztérium földművelésügyi egészségügyi központ kórház iskola főiskola művészeti múzeum
        könyvtár nemzeti közhasznú nonprofit szolgáltató fejlesztő tervező építőipari gépgyár
        számítástechnikai és automatizálási energetikai kémiai fizikai növényvédelmi
        állattenyésztési szőlészeti borászati környezetvédelmi vízügyi közlekedéstudományi üzem
        termelő szövetkezet
        """,
    "German": """
        universität technische hochschule für gesellschaft förderung forschung münchen köln
        düsseldorf würzburg göttingen tübingen nürnberg lübeck münster osnabrück saarbrücken zürich
        österreich österreichische österreichisches graz südtirol württemberg thüringen baden
        fachhochschule pädagogische königliche städtisches städtische stadtwerke behörde ländlicher
        räume ländliche entwicklung bundesministerium für wirtschaft und verkehr gemeinnützige gmbh
        beschränkter haftung straße großer größe maß weiß meißner preußische schloß fraunhofer
        angewandten max planck institut für physik chemie biologie ökologie ökologische ökonomie
        kränkenhaus ärzte ärztekammer verbände verband übertragung über übersetzung gerät geräte
        gerätebau maschinenbau werkzeugbau müller schäfer könig krüger böhm köhler günther jürgen
        jörg björn hölzel schröder möbel möbelwerke bäckerei brücke brückenbau grün grüne grüner
        gesundheit lüneburg oldenburg schönberg bürger bürgermeister bürgschaft vögel tröger früh
        frühe jülich karlsruhe fürth süd südwest nördliche mühle
        """,
    "French": """
        université école supérieure des hautes études société générale à responsabilité limitée
        liège genève montréal orléans nîmes besançon saint étienne alès angoulême béziers évry
        compiègne châlons château thierry nanterre pyrénées rhône provence île de france côte région
        régional régionale département départemental conseil général communauté européenne européen
        européenne fédération française français développement économique économie énergie énergies
        recherche santé médecine médical hôpital hôpitaux fondation ingénierie ingénieurs
        aéronautique aérospatiale électricité électronique électrique mécanique matériaux sécurité
        sûreté nucléaire réseau réseaux coopération coopérative qualité agriculture agroalimentaire
        élevage forêt forêts océan océanographie mer météo météorologie géologie géologique minière
        recherches minières matière modèle système systèmes première théâtre musée bibliothèque
        académie collège lycée maîtrise maître chaîne contrôle intérêt être même après très où là
        déjà voilà çà ça reçu leçon façon garçon noël citroën haïti maïs cœur œuvre œuvres gérard
        françois frédéric hélène rené andré jérôme benoît lefèvre müller déléguée société sàrl coté
        côté dès élu habitat habité d’énergie l’école l’eau l’innovation l’université
        """,
    "Spanish": """
        universidad de málaga cádiz córdoba jaén león alcalá autónoma politécnica técnica fundación
        asociación corporación instituto investigación investigaciones científicas tecnología
        tecnologías tecnológico tecnológica tecnológicos innovación desarrollo educación agencia
        española español españa compañía sociedad anónima limitada ingeniería energía energías
        agrícola agronómica minería geología biología biomédica química física matemáticas centro
        tecnológico nacional oncológicas cardiovasculares diputación ayuntamiento gobierno
        generalitat región país vasco cataluña castilla la mancha logroño coruña peñíscola ávila
        almería aragón galicia asturias oñati iruña unión federación confederación organización
        cooperación comunicación información automatización construcción producción formación
        gestión promoción protección ambiental niño niños año años mañana otoño señal diseño pequeña
        pequeñas empresas público pública públicas ministerio economía competitividad hispánica
        cámara cáncer cándido cárcel comercio médico médicas clínica análisis índice único última
        ibérica jesús maría josé garcía martínez lópez gonzález rodríguez sánchez pérez gómez
        fernández núñez muñoz ibáñez ramón joaquín ángel íñigo óptica óscar acuñación lingüística
        pingüino
        """,
    "Portuguese": """
        universidade técnica de évora aveiro coimbra trás os montes fundação associação instituto
        investigação ciência ciências tecnologia inovação educação saúde sociedade anónima
        administração direção direcção geral câmara municipal comissão coordenação cooperação região
        autónoma açores são paulo joão josé antónio conceição guimarães bragança setúbal portimão
        vila real faro lisboa portugal português portuguesa nacional pública público engenharia
        mecânica eletrónica electrónica informática energia energética agrária veterinária biológica
        química física farmacêutica médica clínica promoção produção construção automação formação
        gestão informação comunicação organização proteção indústria indústrias comércio serviços
        distribuição águas resíduos florestal pesca não três avô avó pão mãe irmãos órgãos função
        funções cidadão também após até será você centro de estudos sociais bancário bancária
        secundário horário necessária geológico mármore centro de formação união confederação
        """,
    "Italian": """
        università degli studi città metropolitana società per azioni responsabilità limitata
        qualità attività comunità unità autorità facoltà entità mobilità sostenibilità pubblicità
        innovatività proprietà libertà novità già più può così perché né è cioè lunedì virtù cantù
        forlì san salò mondovì nardò patti cefalù scandicci dell’università l’istituto dell’ambiente
        dell’energia d’aosta nell’ambito all’innovazione un’altra
        """,
    "Catalan": """
        universitat politècnica de catalunya autònoma fundació associació recerca innovació
        tecnològic tecnològica centre d’investigació biomèdica institut català catalana ciències
        fotòniques química energia investigació agrària ajuntament barcelona diputació província
        vallès lleida gestió formació col·laboració col·lectiu unió federació català espanyol països
        més però això també què és són àrea àmbit òptica ús únic construcció producció
        """,
    "Dutch": """
        coöperatie coöperatieve coördinatie geïntegreerde ideeën zeeën categorieën industriële één
        vóór financiële België Belgïe financiën provinciën patiënten cliënten materiële
        """,
    "Danish": """
        københavns universitet københavn køkken løkke mælk læge økologi landbrug århus ålborg
        sønderborg helsingør køge næstved tønder forskningsråd forskningscenter fødevarer
        fødevareministeriet miljø miljøstyrelsen sundhed selskab selskabet grønland grønt grøn
        færøerne sjælland mærsk bæredygtig bæredygtige råd rådet rådgivning rådgivende ingeniører
        ingeniør kræft kræftens bekæmpelse højskole erhvervsråd økonomi økologisk ø å år både får
        være største største sø vær således
        """,
    "Norwegian": """
        universitetet i tromsø ålesund bodø gjøvik høgskolen i sør trøndelag sørøst østfold møre og
        romsdal nærøy rådet forskningsrådet fiskeri og havbruksnæringens næringsliv næring
        vitenskapelige miljø miljøforskning samfunnsforskning bærekraftig kjøp oljeselskap sjø
        fylkeskommune færder ås åpen året på både må språk språkrådet øst vår når også først
        """,
    "Swedish": """
        göteborgs universitet chalmers tekniska högskola kungliga högskolan linköping jönköping
        örebro malmö luleå umeå gävle västerås växjö skövde borås östersund norrköping södertörn
        västra götalandsregionen länsstyrelsen län landstinget skåne värmland hälsingland
        östergötland forskningsrådet för miljö areella näringar och samhällsbyggande verket
        innovationssystem stålverk stål järn järnvägar trafikverket sjöfartsverket försvarets
        försvar forskningsinstitut företag företagarna föreningen förening förbund bolag aktiebolag
        vård hälsa läkemedel hälso råd vägar väg år på från även är då gå två små åtgärder ålder
        ängelholm öresund tjänster utvärdering näringsliv näringslivsutveckling ångström åkerman
        björn sjöberg lindström
        """,
    "Finnish": """
        jyväskylän yliopisto jyväskylä itä suomen yliopisto hämeenlinna seinäjoki mikkeli kajaani
        lappeenranta lappeenrannan teknillinen lääketieteellinen lämpö sähkö työ työterveyslaitos
        ympäristö ympäristökeskus tieteellinen yhtiö osakeyhtiö säätiö yhdistys keskus elintarvike
        maanmittauslaitos metsäntutkimuslaitos metsä pääkaupunki pääkaupunkiseudun pohjois järvi
        määrä käyttö käytäntö pöytä öljy äänekoski päijät häme kehittämiskeskus kehittämis työväen
        yrittäjät yrittäjä järjestö kylä väylävirasto ylä österbotten åbo akademi
        """,
    "Estonian": """
        tartu ülikool tallinna tehnikaülikool osaühing oü maaülikool eesti põllumajandus
        põllumajandusministeerium keskkonnaministeerium õppekeskus rõuge võru põlva pärnu jõgeva
        haridus uuringute ühing ühingute ühistu täiskasvanute töötukassa sõltumatu õiguskantsler
        võrk võrgud mõis kõrgkool hõbe vääna järva sihtasutus ametiühingute keskliit žanr šokolaad
        """,
    "Icelandic": """
        háskóli íslands háskólinn í reykjavík nýsköpunarmiðstöð landbúnaðarháskóli veðurstofa
        þjóðminjasafn íslenska íslenskar orkurannsóknir félag hlutafélag rannsóknir rannís
        hafrannsóknastofnun þróun þróunarfélag akureyri ísafjörður hafnarfjörður matís ráðuneyti
        sjávarútvegur ræktun bændasamtök og það þá því að við með á fræðasetur ýmis úr
        """,
    "Romanian": """
        universitatea bucurești București timișoara iași cluj brașov ploiești pitești târgu mureș
        constanța galați suceava târgoviște institutul național de cercetare dezvoltare pentru
        fizică inginerie electrochimie știința știință științe tehnică politehnică academia română
        românia agenția regională autoritatea națională ministerul educației cercetării societatea
        comercială consiliul județean primăria municipiului întreprinderi întreprindere îmbunătățiri
        funciare protecția mediului sănătate administrația fundația asociația și în către după apă
        bucureşti timişoara iaşi braşov ploieşti piteşti târgovişte ştiinţă ştiinţe agenţia naţional
        naţională educaţiei cercetării asociaţia fundaţia constanţa galaţi judeţean protecţia şi
        """,
    "Slovene": """
        univerza v ljubljani mariboru primorskem inštitut jožef stefan zavod za gradbeništvo družba
        omejeno odgovornostjo raziskovalni razvojni center občina mestna območna zbornica obrtno
        podjetniška združenje društvo šola srednja tehniška visoka škofja loka šempeter vrtojba
        žalec črnomelj kočevje postojna nova gorica krško brežice ruše trbovlje velenje železniki
        tržič gospodarska kmetijski gozdarski inštitut za biologijo hidravlične raziskave okolje
        življenje zdravje učinkovitost začetek več č š ž
        """,
    "Croatian": """
        sveučilište u zagrebu rijeci splitu osijeku fakultet elektrotehnike računarstva šumarski
        građevinski strojarstva brodogradnje institut ruđer bošković hrvatska hrvatske udruga
        zajednica obrtnika društvo ograničenom odgovornošću županija međimurska požeško slavonska
        općina grad varaždin čakovec šibenik požega đakovo križevci županijska razvojna agencija
        tehnološki inovacijski središte ministarstvo znanosti obrazovanja šport zaštita okoliša
        energetski gospodarstvo zavod za javno zdravstvo učenje riječ žena čovjek ćup noć kuća
        """,
    "Albanian": """
        universiteti i tiranës shkodrës prishtinës korçë durrës vlorë elbasan gjirokastër këshilli
        ministria bashkia qendra zhvillimi shqipëri shqipëria shqiptare kosovë për dhe të më çështje
        """,
    "Turkish": """
        üniversitesi orta doğu teknik boğaziçi hacettepe ege türkiye bilimsel teknolojik araştırma
        kurumu tübitak sabancı koç istanbul İstanbul İzmir Eskişehir eskişehir muğla şırnak
        diyarbakır gümüşhane çanakkale balıkesir kırıkkale sağlık bakanlığı çevre şehircilik
        ulaştırma belediyesi büyükşehir derneği vakfı şirketi anonim limited sanayi ticaret odası
        geliştirme eğitim öğretim yazılım danışmanlık mühendislik işletmesi küçük ortaölçekli
        girişimci ığdır ışık ağrı niğde
        """,
    "Lithuanian": """
        vilniaus universitetas kauno technologijos klaipėdos šiaulių uždaroji akcinė bendrovė
        lietuvos mokslų akademija žemės ūkio institutas viešoji įstaiga plėtros agentūra inovacijų
        centras prekybos pramonės amatų rūmai panevėžys alytus marijampolė mažeikiai telšiai ukmergė
        savivaldybė švietimo ministerija sveikatos apsaugos ligoninė mokykla asociacija energetikos
        aplinkos žmonių čia ąžuolas ęsantis įmonė ūkis jūsų mūsų šių jų visų metų
        """,
    "Latvian": """
        latvijas universitāte rīgas tehniskā universitāte daugavpils rīga liepāja jūrmala jelgava
        ventspils rēzekne sabiedrība ierobežotu atbildību zinātņu akadēmija zinātniskais institūts
        pētniecības centrs attīstības aģentūra pašvaldība novads pilsētas dome ministrija izglītības
        biedrība tirdzniecības rūpniecības kamera uzņēmums slimnīca skola ķīmijas fizikas ģeoloģijas
        ļoti ņemt šķirne žurnāls čaklis vides aizsardzības mežzinātnes lauksaimniecības īpašumu
        """,
    "English": """
        university of the institute for research and science national council department health
        technology engineering medical hospital school college business economic development agency
        association federation union limited company corporation energy environment agriculture food
        water transport systems services solutions software international european foundation centre
        center group network partnership industry industries chamber commerce trade city county
        regional ministry government public law social studies history museum library art marine
        aerospace space nuclear physics chemistry biology mathematics data computing quality café
        naïve façade résumé née brontë zoë
        """,
    "Russian": """
        российская академия наук государственный университет московский санкт петербургский институт
        физики химии математики научно исследовательский исследований центр общество с ограниченной
        ответственностью акционерное открытое закрытое завод фабрика федеральное бюджетное
        учреждение образования министерство здравоохранения промышленности области край республика
        город москва новосибирск екатеринбург челябинск казань нижний новгород самара ростов уфа
        красноярск пермь воронеж волгоград союз ассоциация фонд развития поддержки малого
        предпринимательства предприятие компания группа банк объединение организация сеть
        технический технологический ядерных проблем энергетический сельскохозяйственный медицинский
        экономики управления имени ломоносова всероссийский её щит вьюга ёлка съезд это что как
        объявление чёрный южный язык ящик юридический эксперт информационных технологий
        строительство
        """,
    "Ukrainian": """
        національна академія наук україни київський політехнічний інститут харківський університет
        львівська державний технічний товариство з обмеженою відповідальністю міністерство освіти і
        науки міська рада область дніпро запоріжжя одеса чернівці івано франківськ вінниця житомир
        їх її є ґанок підприємство об’єднання громадська організація розвитку досліджень фізики
        хімії математики енергетики економіки інноваційний центр спілка асоціація фонд місто країна
        """,
    "Belarusian": """
        беларускі дзяржаўны універсітэт нацыянальная акадэмія навук беларусі мінск гомель магілёў
        віцебск гродна брэст інстытут фізікі хіміі навукова вытворчае прадпрыемства таварыства з
        абмежаванай адказнасцю рэспубліка міністэрства адукацыі аховы здароўя ўсё ўраў
        """,
    "Bulgarian": """
        българска академия на науките софийски университет св климент охридски институт по физика
        химия математика информатика технически пловдивски варна бургас русе стара загора плевен
        българия община областна администрация министерство образованието дружество ограничена
        отговорност акционерно еднолично сдружение фондация център за изследване развитие асоциация
        съюз на предприемачите стопанска камара агенция български държавна предприятие търговия
        изследвания ядрена енергетика език ъгъл щастие югозападен проучвания
        """,
    "Serbian": """
        универзитет у београду новом саду нишу крагујевцу институт за физику хемију нуклеарне науке
        винча електротехнички машински факултет министарство просвете науке технолошког развоја
        друштво са ограниченом одговорношћу привредна комора србије град општина чачак краљево ужице
        суботица зрењанин јавно предузеће заједница удружење центар српска академија уметности
        љубљана његош џеп ђак ћуприја и је са од до
        """,
    "Macedonian": """
        универзитет свети кирил и методиј скопје битола тетово охрид куманово струмица велес
        институт македонска академија на науките уметностите министерство образование друштво со
        ограничена одговорност општина град агенција за поддршка претприемништво стопанска комора
        здружение фондација центар развој ѓорче ќерамика ѕвезда џамија љубов њива
        """,
    "Greek": """
        πανεπιστήμιο αθηνών πατρών κρήτης θεσσαλονίκης ιωαννίνων αριστοτέλειο εθνικό μετσόβιο
        πολυτεχνείο ίδρυμα τεχνολογίας έρευνας ερευνών κέντρο ινστιτούτο ανώνυμη εταιρεία
        περιορισμένης ευθύνης υπουργείο παιδείας υγείας περιβάλλοντος δήμος περιφέρεια αττικής
        κύπρου λευκωσία ελλάδα ελληνική δημοκρατία σύλλογος ένωση ομοσπονδία επιμελητήριο βιομηχανία
        εμπορικό οικονομικό ανάπτυξης καινοτομίας φυσικής χημείας μηχανικών σχολή και της του των
        """,
}
"""Words by language; capital letters are read as small ones."""
