// Which facts have no date?
//
// Memberships, signatures, participations and ties with no start, no end and no date at which they
// were observed. An end that is only known not to have come yet is not a date.
//
// column relation: the relationship type
// column starts_at: the id of the node where the fact starts
// column ends_at: the id of the node where it ends
// column role: the role, or the kind of a tie
// column sources: the ids of the sources that state it
// column stage: the stage of the node where it ends
//
// example:

MATCH (a:Organisation)-[r:MEMBER_OF|SIGNED|PARTICIPATES_IN|COLLABORATES_WITH]->(b)
WHERE r.startFrom IS NULL AND r.observedFrom IS NULL
  AND (r.endTo IS NULL OR r.endDate = '..')
RETURN type(r) AS relation, a.id AS starts_at, b.id AS ends_at, coalesce(r.role, r.kind) AS role,
       r.sourceIds AS sources, b.stage AS stage
ORDER BY relation, starts_at, ends_at, r.id
