"""Legal forms of organisations, by country, as folding leaves them: without case, accents, dots and
spaces between single letters. They are taken from the end of a name, and those of `AT_FIRST` from
its beginning. "=" joins the spellings of one form.
"""

from __future__ import annotations

_BY_COUNTRY = {
    "Poland": """
        spzoo = sp = sp z = sp zoo = sp z oo = sp zo o = spolka zoo = spolka z oo = z oo = zoo
        = spolka z ograniczona odpowiedzialnoscia = spolka z ograniczona odpow, sa = spolka akcyjna,
        psa = prosta spolka akcyjna, sp k = spk = spolka komandytowa = sp komandytowa,
        ska = spolka komandytowo akcyjna, sp j = spj = spolka jawna = sp jawna,
        sp p = spp = spolka partnerska, sc = spolka cywilna, w likwidacji,
        w upadlosci, w restrukturyzacji, opp
    """,
    "Germany, Austria, Switzerland": """
        gmbh = ggmbh = mbh = gesellschaft mit beschrankter haftung, gmbh co kg = gmbh und co kg,
        ag = aktiengesellschaft, ag co kg, kg, kgaa, ohg,
        ug = ug haftungsbeschrankt, gbr, ev = eingetragener verein, eg, ek, se,
        stiftung offentlichen rechts
    """,
    "United Kingdom, Ireland, United States": """
        ltd = limited = co ltd = company limited = pvt ltd = private limited,
        plc = public limited company, llp, llc, lp, inc = incorporated, corp = corporation,
        co = company, cic, dac, clg = company limited by guarantee = lbg
    """,
    "France, Belgium, Luxembourg": """
        sasu, eurl, snc, sci, scop, scs, sca, gie, epic, saic, sa = societe anonyme,
        sas = societe par actions simplifiee, sarl = societe a responsabilite limitee,
        societe civile, asbl = association sans but lucratif, aisbl, sprl, scrl, srl,
        association loi 1901
    """,
    "Italy": """
        spa = societa per azioni, srl = srls = societa a responsabilita limitata, sapa, snc, sas,
        scarl = scrl = sc arl = sca rl, soc coop = societa cooperativa, scpa, scsrl, onlus, rl, aps,
        ets
    """,
    "Spain, Portugal": """
        sa = sau = sociedad anonima = sociedade anonima, sl = slu = sociedad limitada, sll, slne,
        slp, s coop = scoop = sociedad cooperativa, lda = limitada = unipessoal lda, aie,
        mp, fsp
    """,
    "Netherlands": """
        bv = besloten vennootschap, nv = naamloze vennootschap, vof, cv, vzw, ivzw, bvba
    """,
    "Nordic countries": """
        ab = aktiebolag, as = a s, asa, aps, ivs, oy = ab oy = oy ab = osakeyhtio, oyj, hf, ehf, ry,
        sr = sa sr = saatio, amba, ek for, ideell forening
    """,
    "Czechia, Slovakia": """
        sro = s ro = spol sro = spol s ro = spolecnost s rucenim omezenym, as = akciova spolecnost,
        ks, vos, zs, ops, vvi = v vi, zu
    """,
    "Hungary, Romania, Bulgaria": """
        kft, zrt, nyrt, rt, bt, kkt, nonprofit kft, kozhasznu nonprofit kft, srl, ra, ad, ead, eood,
        ood, aod, etood
    """,
    "Slovenia, Croatia, Serbia, Greece, Türkiye": """
        doo = d oo, dd, jdoo, ae, epe, ike, oe, ee, as = anonim sirketi, ltd sti = limited sirketi
    """,
    "Baltic countries": "uab, mb, vsi, ou, mtu, sia",
    "Russia, Ukraine": "ooo, oao, zao, pao, tov, tzov, prat, pp",
}


def _read(text: str) -> dict[tuple[str, ...], str]:
    """Each form as its words, with the one that stands for it."""
    found: dict[tuple[str, ...], str] = {}
    for forms in text.split(","):
        spellings = [tuple(each.split()) for each in forms.split("=")]
        for each in spellings:
            found.setdefault(each, " ".join(spellings[0]))
    return found


LEGAL_FORMS = _read(",".join(_BY_COUNTRY.values()))
"""The words of each legal form, with the form that stands for it."""

AT_FIRST = _read("ooo, oao, zao, pao, tov, uab, sia, as, ou, sc, firma")
"""Legal forms that also stand first."""

_PLAIN = "spzoo, gmbh, ltd, srl, sarl, llc, sro, doo, kft, gmbh co kg, sp k, sp j".split(", ")
ANYWHERE = frozenset(form for form, stands in LEGAL_FORMS.items() if stands in _PLAIN) - {
    ("zoo",),
    ("sp",),
    ("sp", "z"),
}
"""Legal forms that are nothing else, and so also count in the middle of a name."""

LONGEST = max(map(len, LEGAL_FORMS))
"""The number of words of the longest."""
