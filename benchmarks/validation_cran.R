# tnet's and keyplayer's values for the networks of validation.py, which Debian does not package:
# install.packages(c("tnet", "keyplayer")), then Rscript benchmarks/validation_cran.R FOLDER > FILE
# FOLDER is as for validation.R; a two-mode network is a list of who is in which group, by number.
suppressMessages({library(tnet); library(keyplayer)})
folder <- commandArgs(trailingOnly = TRUE)[1]
say <- function(network, metric, value)
  cat(sprintf("%s,%s,1,%.17g\n", network, metric, value))
numbers <- function(lines) do.call(rbind, lapply(strsplit(lines, ","), as.integer))
cat("network,metric,node,value\n")
for (file in sort(list.files(folder, pattern = "\\.places$", full.names = TRUE))) {
  name <- sub("\\.places$", "", basename(file))
  net <- as.tnet(numbers(readLines(file)), type = "binary two-mode tnet")
  say(name, "reinforcement", reinforcement_tm(net))
  say(name, "two-mode-clustering", clustering_tm(net))
}
file <- file.path(folder, "Florentine families.edges")
lines <- readLines(file)
m <- matrix(0, as.integer(lines[1]), as.integer(lines[1]))
m[numbers(lines[-1])] <- 1
m <- pmax(m, t(m))
# kpset() searches by chance; here are all sets of three.
sets <- combn(nrow(m), 3)
say("Florentine families", "key-players-fragment",
    max(apply(sets, 2, function(set) fragment(m, set, binary = TRUE))))
say("Florentine families", "key-players-reach",
    max(apply(sets, 2, function(set)
      kpcent(m, set, type = "mreach.degree", M = 1, method = "min", cmode = "outdegree",
             binary = TRUE))))
