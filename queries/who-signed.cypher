// Who signed what?
//
// The signatories of every declaration, or of one. If one organisation signed on behalf of another,
// both are named.
//
// parameter declaration: string, default ""; its id or title, or empty for all
//
// column declaration: the id of what was signed
// column title: its title
// column signed: when, as precise as the source
// column organisation: the id of the signatory
// column name: its name
// column role: the role in which it signed
// column represented_by: the id of the organisation that signed on its behalf
// column sources: the ids of the sources that state it
// column stage: the stage of the declaration
//
// example: declaration="deklaracja-suwalki-2014"

MATCH (o:Organisation)-[r:SIGNED]->(d:Declaration)
WHERE $declaration = '' OR d.id = $declaration OR d.name = $declaration
RETURN d.id AS declaration, d.name AS title, coalesce(r.startDate, d.startDate) AS signed,
       o.id AS organisation, o.name AS name, r.role AS role,
       r.representedById AS represented_by, r.sourceIds AS sources, d.stage AS stage
ORDER BY coalesce(signed, '9999'), declaration, organisation, r.id
