// Which chain of projects connects two organisations?
//
// All shortest chains through collaborations only: an organisation, what it took part in, another
// participant, and so on to the other organisation. A chain through something planned, or a survey
// that asked both, can hide a longer one without; `graphkit path --layer collaboration` leaves out
// both.
//
// parameter from: string, required; an id, name or alias
// parameter to: string, required; an id, name or alias
// parameter most: int, default 20; how many chains at most
//
// column projects: how many collaborations the chain has
// column ids: the ids along the chain
// column names: their names or titles
// column stages: their stages; what is planned does not yet tie anybody, and a "survey" nobody
//
// example: from="chm" to="centrum-promocji-podlasia"

MATCH (a:Organisation)
WHERE a.id = $from OR a.name = $from OR $from IN coalesce(a.aliases, [])
MATCH (b:Organisation)
WHERE (b.id = $to OR b.name = $to OR $to IN coalesce(b.aliases, [])) AND b.id <> a.id
MATCH p = allShortestPaths((a)-[:PARTICIPATES_IN*..12]-(b))
WITH DISTINCT length(p) / 2 AS projects, [n IN nodes(p) | n.id] AS ids,
     [n IN nodes(p) | n.name] AS names,
     [n IN nodes(p) | CASE WHEN EXISTS { (n)<-[:ASKED_IN]-() } THEN 'survey'
                      ELSE coalesce(n.stage, '') END] AS stages
RETURN projects, ids, names, stages
ORDER BY projects, reduce(chain = '', each IN ids | chain + each + '|')
LIMIT $most
