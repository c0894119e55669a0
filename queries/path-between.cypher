// How are two organisations connected?
//
// All shortest chains from one to the other through clusters, declarations, collaborations and
// direct ties. Between two organisations in a chain comes what they share. A chain through
// something planned, or a survey that asked both, can hide a longer one without; `graphkit path`
// leaves out both.
//
// parameter from: string, required; an id, name or alias
// parameter to: string, required; an id, name or alias
// parameter most: int, default 20; how many chains at most
//
// column ties: how many facts the chain has
// column ids: the ids along the chain
// column names: their names or titles
// column stages: their stages; what is planned does not yet tie anybody, and a "survey" nobody
//
// example: from="malow" to="bpnt"

MATCH (a:Organisation)
WHERE a.id = $from OR a.name = $from OR $from IN coalesce(a.aliases, [])
MATCH (b:Organisation)
WHERE (b.id = $to OR b.name = $to OR $to IN coalesce(b.aliases, [])) AND b.id <> a.id
MATCH p = allShortestPaths(
  (a)-[:MEMBER_OF|SIGNED|PARTICIPATES_IN|COLLABORATES_WITH|CONCERNS*..15]-(b))
WITH DISTINCT length(p) AS ties, [n IN nodes(p) | n.id] AS ids, [n IN nodes(p) | n.name] AS names,
     [n IN nodes(p) | CASE WHEN EXISTS { (n)<-[:ASKED_IN]-() } THEN 'survey'
                      ELSE coalesce(n.stage, '') END] AS stages
RETURN ties, ids, names, stages
ORDER BY ties, reduce(chain = '', each IN ids | chain + each + '|')
LIMIT $most
