// Which facts are inferred or disputed?
//
// Facts that somebody concluded or contested, with the note that says why.
//
// parameter status: string, default "inferred"; stated, inferred or disputed
//
// column relation: the relationship type
// column starts_at: the id of the node where the fact starts
// column ends_at: the id of the node where it ends
// column role: the role, or the kind of a tie
// column note: the note
// column sources: the ids of the sources it rests on
// column stage: the stage of the node where it ends
//
// example: status="inferred"

MATCH (a)-[r]->(b)
WHERE r.status = $status
RETURN type(r) AS relation, a.id AS starts_at, b.id AS ends_at, coalesce(r.role, r.kind) AS role,
       r.note AS note, r.sourceIds AS sources, b.stage AS stage
ORDER BY relation, starts_at, ends_at, r.id
