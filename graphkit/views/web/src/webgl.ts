/** The script of the page that WebGL draws. */
import Graph from "graphology";
import Sigma from "sigma";

const element = document.getElementById("network");
if (element) new Sigma(new Graph(), element);
