/** The seed of a soak test: a fresh one, or what SEED says, to see a run again. */
export function seedOf(): number {
  return Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
}
