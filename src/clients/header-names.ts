/** The lists that the project itself holds, taken apart. */
const parts = new Map<string, readonly string[]>();

/** Whether a list of header names between spaces holds `name`. A name that ends in `*` stands for all that begin so. */
export function holdsName(list: string, name: string): boolean {
  const known = parts.get(list) ?? list.split(' ');
  parts.set(list, known);
  return known.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one));
}

/** Shortens three or more names that begin alike to one with `*`: `x-stainless-*`. */
export function shortNames(names: readonly string[]): readonly string[] {
  const beginnings = names.map((name) => /^(?:x-)?[^-]+-(?=.)/.exec(name)?.[0] ?? name);
  const short = names.map((name, index) => {
    const beginning = beginnings[index] ?? name;
    return beginnings.filter((other) => other === beginning).length >= 3 ? `${beginning}*` : name;
  });
  return [...new Set(short)];
}
