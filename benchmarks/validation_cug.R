# What chance gives for the centralisation of the Southern Women: by sna's test on the projection, and
# in two-mode networks with the same margins, which the package vegan draws and sna measures.
# benchmarks/validation_chance.py and docs/validation.md quote the output.
# (Debian: apt-get install r-base-core r-cran-sna r-cran-vegan)
#
#     python benchmarks/validation.py --export FOLDER
#     Rscript benchmarks/validation_cug.R FOLDER
suppressMessages({library(sna); library(vegan)})
folder <- commandArgs(trailingOnly = TRUE)[1]
places <- as.matrix(read.csv(file.path(folder, "Southern Women.places"), header = FALSE))
attended <- matrix(0, max(places[, 1]), max(places[, 2]))
attended[places] <- 1

projected <- function(m) {
  together <- (m %*% t(m) > 0) * 1
  diag(together) <- 0
  together
}
measures <- c(degree = degree, betweenness = betweenness)
centralised <- function(m) sapply(measures, function(each) centralization(m, each, mode = "graph"))
said <- function(what, draws) {
  cat(what, "\n")
  print(rbind(
    mean = rowMeans(draws), sd = apply(draws, 1, sd),
    apply(draws, 1, quantile, c(0.05, 0.95), type = 1)
  ), digits = 4)
}

women <- projected(attended)
cat(sum(women) / 2, "ties\n")
print(centralised(women), digits = 15)
for (kept in c("size", "edges", "dyad.census")) {
  set.seed(1)
  draws <- t(sapply(measures, function(each) cug.test(
    women, centralization, mode = "graph", cmode = kept, reps = 5000,
    FUN.args = list(FUN = each, mode = "graph")
  )$rep.stat))
  said(paste("cug.test,", kept), draws)
}
drawn <- simulate(nullmodel(attended, "curveball"), nsim = 5000, seed = 1, burnin = 10000, thin = 1000)
said("vegan, both margins", apply(drawn, 3, function(m) centralised(projected(m))))
