/** How many exchanges are kept, for each tab and in all. Those that passed go first, then the oldest. */
export const KEPT = { perTab: 1_500, inAll: 6_000 };
