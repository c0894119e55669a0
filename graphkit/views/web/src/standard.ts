/** The script of the page that vis-network draws. */
document.documentElement.dataset["renderer"] = "standard";
