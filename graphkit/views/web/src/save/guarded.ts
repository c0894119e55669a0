/**
 * A spreadsheet must not run what data say: what begins a formula gets an apostrophe, at the start and where a
 * program that parts cells otherwise would see a start. `sources.formula_guards` does the same, and takes it off.
 */
export const guarded = (text: string): string => text.replace(/(?:^|[;\t,]"*)(?='*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/g, "$&'");
