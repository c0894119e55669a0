"""What members are called in groups, so that cells that say so are told from others."""

from __future__ import annotations

ROLE_WORDS = {
    "member", "coordinator", "partner", "observer", "leader", "lead", "chair", "associate",
    "founder", "participant", "host", "co-chair", "vice-chair", "secretariat", "signatory",
    "supporter", "full member", "associate member", "członek", "koordynator", "lider",
    "obserwator", "partnerem", "organiser", "sponsor", "m", "c", "p", "l", "beneficiary",
    "treasurer", "president", "affiliate", "vorsitz", "mitglied", "koordinator", "beobachter",
    "membre", "observateur", "coordinateur", "miembro", "coordinador", "observador", "membro",
    "coordinatore", "lid", "medlem", "leder", "ordförande", "jäsen", "člen", "koordinátor", "tag",
    "membru", "член", "координатор", "μέλος", "üye",
}  # fmt: skip
