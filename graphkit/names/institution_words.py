"""Words that many names of organisations contain, in European languages: their spellings,
inflected forms and abbreviations, each with the one word that stands for them.

A word with * stands for all that begin with it and have up to five letters more. These words tell
little about which organisation is meant, so they weigh little when names are compared.
"""

from __future__ import annotations

_WORDS = """
university: universit* universid* univerzit* uniwersytet* univ universytet* unibertsitat* yliopist*
    ulikool* panepistim* egyetem* univerza universiti universitat* universitet* universiteit*
universitary: universitar* universitair* uniwersyteck*
polytechnic: politechnik* polytechni* politecnic* politehnic* polytechnik*
technical: techniczn* technisch* tecnic* technick* tehnick* tekniska tekniske teknisk tekn
    technique techniques
technology: technolog* tecnolog* tehnolog* teknolog*
institute: institut* instytut* istitut* inst ustav intezet* instituut
academy: academ* akadem* akad
school: school schools szkol* schule schulen ecole ecoles escuela escola scuola skola skole skola
higher: wyzsz* superieur* superior* hochschule hochschul* superiore
college: college colleges kolegi* kollegium
faculty: wydzial* facult* fakult* facolta facultad faculdade
department: department departments departament* depart dept dep dipartimento departamento
division: division oddzial* oddz branch filia filii
hospital: hospital hospitals hopital hopitaux szpital* ospedal* krankenhaus sygehus sykehus
    sairaala ziekenhuis hosp
clinic: klinik* clinic* poliklinik*
foundation: foundation foundations fundacj* fundacio* fundacao fondation* fondazion* stiftung*
    stichting* stiftels* nadace nadacia fundatia alapitvany fondacija
association: association* stowarzyszeni* stow asocia* associa* vereniging assn assoc verband
    asociat* sdruzeni udruga zdruzenie
society: society towarzystw* tow gesellschaft*
federation: federation federations federacj* federaz* federacion federacao federatie foderation
union: union unions zwiazek zwiazk* zw unione union unia unii
vocational: vocational zawodow* zaw sindacat* sindicat* syndicat* gewerkschaft*
chamber: chamber chambers izba izby izbie izb kammer camera camara chambre
commerce: commerce handlow* handelskammer commercio comercio handels
council: council councils consejo consiglio conseil rada rady rad
agency: agency agencies agencj* agentur* agence agenzia agencia agentschap agentura
centre: centre centres center centers centrum* centro centros centrul centar zentrum zentren ctr
    centr osrodek osrodk* keskus kozpont kentro
laboratory: laborator* laboratoire laboratoires lab labs
research: research recherche* ricerca ricerche investigaci* investiga* forschung* badani* badan
    badawcz* onderzoek forskning* vyzkum* vyskum* tutkimus* kutat* istrazivan* raziskav*
science: science sciences scienze ciencia ciencias nauk* naukow* wissenschaft* wetenschap* vedy
    stiinte
development: development rozwoj* developpement sviluppo desarrollo entwicklung* desenvolvimento
    ontwikkeling dev
innovation: innovati* innovacj* innowacj* innovaci* innovazion* inovac* inovat*
national: national* nationaux nazional* nacional* narodow* krajow* nationa* nemzeti
european: europe* europai* europej* europaisch* europees* eur
international: international* internationa* internazional* internacional* miedzynarodow* intl
    mezinarod* intern
regional: regional* regionaln* region* regione
ministry: ministry ministr* ministerst* ministeri* ministere min
municipality: municipal* miejsk* miasto miasta gmina gminy gmin gemeinde commune comune comuni
    municipio municipi ayuntamiento stadt
county: county powiat* starostw*
province: wojewodz* woj province provincia landkreis
office: office offices urzad urzed* amt bureau oficina ufficio
enterprise: enterprise enterprises firma przedsiebiorstw* przeds societe
    societa sociedad sociedade unternehmen bedrijf
plant: zaklad* zakl fabryk* werk werke factory
cooperative: cooperativ* spoldziel* spoldzieln* genossenschaft* kooperat*
bank: bank banku bankow* banca banco banque
group: group grupa grupy gruppe groupe gruppo grupo grp
service: service services uslug* serviz* servici* servico* dienst* dienstleistung*
system: system systems systemy systemow sistem* systeme*
solution: solution* soluzion* solucion* rozwiazan* losung*
engineering: engineering inzynieri* ingegneria ingenieria ingenierie engenharia ingenieur*
industry: industr* przemysl* przem industrie*
production: production* produkc* produzion* produkt* prod
cluster: cluster* klaster klastr* klastrow clusters
park: park parku parki parkow parque parco parc
museum: muse* muzeum muzea
library: librar* bibliot* biblioth*
medical: medical medicale medicales medycz* medizinisch* medisch medico medica medic
health: health zdrow* sante salud saude sanita gesundheit* gezondheid
general: general generale generales generaln* allgemein* ogoln* ogolno gen
central: central centrale centrali centraln* zentral* centraal
public: public publiczn* publi* pubblic* offentlich*
state: state panstwow* staatlich* statal* statale
saint: saint sankt santa sainte swiet* sw st ste
brothers: brothers bracia bros gebruder
employers: employers pracodawc*
energy: energy energi* energie energia
trading: trading trade
holding: holding holdings
consulting: consult* konsult* doradztw* doradcz*
management: management zarzadzani* gestion
education: education* edukac* educaci* bildung* oswiat* educaz* ksztalceni*
environment: environment* srodowisk* umwelt* ambient* environnement
"""

_DROPPED = """
of the for and in at on by de la le les des du d l di del della dei degli delle dello da do dos das
e et y i w we z ze u und fur fuer fr der die das dem den zu zur zum im von van het een en voor te og
av i til el los las al a an o na dla pod nad przy od ku po im imienia nr prof dr hab inz mgr ks
alle alla sul sulla nel nella nell dell all per con con para por pour sur aux au au the do spraw
studi studiorum din si pentru v ve s a som och med
"""


def _read(text: str) -> tuple[dict[str, str], dict[str, str]]:
    exact: dict[str, str] = {}
    begins: dict[str, str] = {}
    canonical = ""
    for token in text.split():
        if token.endswith(":"):
            canonical = token[:-1]
            exact[canonical] = canonical
        elif token.endswith("*"):
            begins[token[:-1]] = canonical
        else:
            exact[token] = canonical
    return exact, begins


EXACT, BEGINS = _read(_WORDS)
"""What stands for a word, and what stands for all words that begin with a text."""

COMMON = frozenset(EXACT.values())
"""The words that stand for others."""

DROPPED = frozenset(_DROPPED.split())
"""Articles, prepositions and titles, which names have or leave out."""

PARTS = frozenset(
    "faculty department division section klinik clinic chair katedra katedry laboratory unit kolo "
    "kola sekcja sekcji delegatura subsidiary delegation campus library museum".split()
)
"""Words of what is a part of an organisation, when the whole has no such word."""

FILLERS = frozenset("enterprise group holding international plant office".split())
"""Words that a name may leave out without meaning another organisation."""
