"""Grants and contracts as funders publish them, each with what it states, worked out by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "grants with the titles of 360Giving": (
        {
            "grants.csv": (
                "Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,"
                "Recipient Org:Name,Funding Org:Identifier,Funding Org:Name\n"
                "360G-x-1,Clean water,GBP,1000,2019-03-01,GB-CHC-123456,Acme,GB-CHC-999999,Big\n"
                "360G-x-2,Clean water,GBP,2000,2020-03-01,GB-CHC-123457,Best,GB-CHC-999999,Big\n"
            ),
        },
        """
        Acme
        Acme * Clean water | recipient currency=GBP
        Best
        Best * Clean water | recipient currency=GBP
        Big
        Big * Clean water | funder currency=GBP
        Big * Clean water | funder currency=GBP
        [project] Clean water 2019-03-01.. x_amount_awarded=1000
        [project] Clean water 2020-03-01.. x_amount_awarded=2000
        """,
    ),
    "grants in JSON with one recipient each": (
        {
            "g.json": (
                '{"grants": [{"id": "360G-x-1", "title": "Water", "awardDate": "2019-03-01", '
                '"recipientOrganization": [{"id": "GB-CHC-123456", "name": "Acme"}], '
                '"fundingOrganization": [{"id": "GB-CHC-999999", "name": "Big"}]}]}'
            ),
        },
        """
        Acme
        Acme * Water | recipient
        Big
        Big * Water | funder
        [project] Water 2019-03-01..
        """,
    ),
    "who gave what to whom": (
        {"plain.csv": "Recipient,Funder,Amount,Year\nAcme,Big,1000,2019\nBest,Big,2000,2020\n"},
        """
        Acme
        Acme * Acme – Big | recipient 2019.. x_amount=1000
        Best
        Best * Best – Big | recipient 2020.. x_amount=2000
        Big
        Big * Acme – Big | funder 2019.. x_amount=1000
        Big * Best – Big | funder 2020.. x_amount=2000
        [project] Acme – Big
        [project] Best – Big
        """,
    ),
    "contracts with the paths of OCDS": (
        {
            "c.csv": (
                "ocid,date,tender/title,buyer/name,awards/0/suppliers/0/name\n"
                "ocds-1,2019-03-01,Roads,City,Acme\nocds-2,2019-04-01,Bridge,City,Best\n"
            ),
        },
        """
        Acme
        Acme * Roads | supplier
        Best
        Best * Bridge | supplier
        City
        City * Bridge | buyer
        City * Roads | buyer
        [project] Bridge 2019-04-01..
        [project] Roads 2019-03-01..
        """,
    ),
}
