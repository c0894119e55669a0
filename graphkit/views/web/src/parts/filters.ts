/** The filters above the picture: date, what is not known to be in force, and the metric that sizes. */

import { parseDate, parsePeriod, stopsOf } from "../state/dates";
import { facetsOf, hiddenOf } from "../state/facets";
import { onCommunities, type Page } from "./page";
import type { State } from "../state/state";
import { byId, capital, element } from "../state/text";
import { factsShown } from "../state/visible";
import { colourings } from "../state/colouring";

export function makeFilters(page: Page) {
  const { data, say } = page;
  const slider = byId("year") as HTMLInputElement;
  const field = byId("date") as HTMLInputElement;
  const all = byId("all-dates") as HTMLButtonElement;
  const unknown = byId("unknown") as HTMLInputElement;
  const size = byId("size") as HTMLSelectElement;
  const said = byId("counts")!;

  for (const { name, label } of data.metrics) size.append(element("option", { value: name }, label));
  size.addEventListener("change", () => page.set({ size: size.value }, "push"));

  const colour = byId("colour") as HTMLSelectElement;
  const menu = colourings(data);
  for (const { name, label } of menu) colour.append(element("option", { value: name }, capital(label)));
  colour.parentElement!.hidden = menu.length < 2;
  colour.addEventListener("change", () => page.set({ colour: colour.value === data.marked ? "" : colour.value }, "push"));

  const stops = stopsOf(data.bounds, data.years);
  slider.min = "0";
  // One step beyond the last stop stand all dates.
  slider.max = String(stops.length);
  slider.step = "1";
  byId("dates")!.hidden = !data.years;
  for (const part of [slider, ...(slider.labels ?? [])]) part.hidden = stops.length < 2;
  slider.addEventListener("input", () => page.set({ date: stops[Number(slider.value)] ?? "" }));
  unknown.addEventListener("change", () => page.set({ unknown: unknown.checked }, "push"));

  const wrong = (is: boolean): void => {
    field.setAttribute("aria-invalid", String(is));
    byId("notice")!.textContent = is ? say("dateWrong") : "";
  };
  all.addEventListener("click", () => {
    // A wrong date is in the field alone, so that the state may have nothing to change.
    field.value = "";
    wrong(false);
    page.set({ date: "" });
  });
  const take = (): void => {
    const text = field.value.trim();
    const period = parsePeriod(text);
    wrong(text !== "" && !period);
    if (period) page.set({ date: period.text });
    else if (!text) page.set({ date: "" });
  };
  field.addEventListener("change", take);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") take();
  });

  const show = ({ date, unknown: withUnknown, size: metric, colour: coloured }: State): void => {
    size.value = metric;
    colour.value = coloured || data.marked;
    // The marks of communities have the sizes of communities.
    size.parentElement!.hidden = onCommunities(page) || !data.metrics.length;
    if (document.activeElement !== field || parsePeriod(field.value)?.text !== date) field.value = date;
    field.setAttribute("aria-invalid", "false");
    slider.classList.toggle("off", !date);
    const begins = parsePeriod(date)?.first;
    // A date between two stops shows what has held since the earlier one.
    const passed = stops.filter((stop) => begins !== undefined && parseDate(stop)![0] <= begins).length;
    const exactly = stops.indexOf(date);
    slider.value = date ? String(exactly < 0 ? Math.max(0, passed - 1) : exactly) : slider.max;
    slider.setAttribute("aria-valuetext", date || say("allDates"));
    all.setAttribute("aria-pressed", String(!date));
    unknown.checked = withUnknown;
    unknown.parentElement!.hidden = !date;
  };
  const hiddenAnywhere = ({ hidden }: State): boolean => data.facets.some((facet) => hiddenOf(hidden, facet).size);
  /** What the filters leave, in words. */
  const count = (now: State): void => {
    const { counts } = page.visible();
    const parts: string[] = [];
    if (now.date) {
      const { yes, unknown: open, no } = counts;
      parts.push(say(data.overview && now.open === null ? "dateCountsOverview" : "dateCounts", { date: now.date, yes, unknown: open, no }));
    }
    if (counts.absent) parts.push(say("absentThen", { count: counts.absent }));
    if (counts.nodes < data.nodes.length) parts.push(say("shownOf", { shown: counts.nodes, count: data.nodes.length }));
    const hidden = (of: "nodes" | "groups"): string =>
      facetsOf(data, of)
        .flatMap((facet) => facet.values.filter(({ value }) => hiddenOf(now.hidden, facet).has(value)).map(({ label }) => label))
        .join(", ");
    if (hidden("nodes")) parts.push(say("organisationsHidden", { names: hidden("nodes") }));
    if (hidden("groups")) parts.push(say("tiesHidden", { names: hidden("groups") }));
    if (parts.length && data.metrics.length) parts.push(say("wholeSelection"));
    said.textContent = parts.join(" ");
    keepHeight(!!now.date);
  };
  let [tallest, across] = [0, 0];
  /** While dates are played the words take no less height than before, so that the picture stays in place. */
  const keepHeight = (dated: boolean): void => {
    const room = said.parentElement!.clientWidth;
    if (!dated || room !== across) tallest = 0;
    across = room;
    said.style.minHeight = "";
    if (!dated) return;
    tallest = Math.max(tallest, said.getBoundingClientRect().height);
    said.style.minHeight = `${tallest}px`;
  };

  const footer = element("span", { id: "filtered" });
  byId("provenance")!.append(footer);
  /** In the footer, how much of what the picture rests on the filters leave. */
  const rest = (now: State): void => {
    const { counts } = page.visible();
    const filtered = !!now.date || hiddenAnywhere(now);
    footer.hidden = !filtered;
    footer.textContent = filtered
      ? say("filteredRest", { nodes: counts.nodes, count: data.nodes.length, facts: factsShown(data, page.visible()), all: data.facts.length })
      : "";
  };

  const empty = byId("empty")!;
  /** Why the picture is without organisations or ties, where filters are the reason. */
  const explain = (now: State): void => {
    const { marks, lines } = page.scene();
    const filtered = !!now.date || hiddenAnywhere(now);
    const { yes, unknown } = page.visible().counts;
    const open = now.unknown ? unknown : 0;
    let why = "";
    if (filtered && !marks.length) why = say("emptyOrganisations");
    else if (now.date && !yes) why = open ? say("emptyDateUnknown", { date: now.date, count: open }) : say("emptyDate", { date: now.date });
    else if (filtered && !lines.length) why = say("emptyTies");
    empty.textContent = why;
    empty.hidden = !why;
  };

  return {
    update(now: State): void {
      show(now);
      count(now);
      rest(now);
      explain(now);
    },
  };
}
