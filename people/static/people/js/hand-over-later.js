// Nobody is idle in the first half minute, and on a slow line everything else comes first. Without a line it is asked for
// until it comes, or a screen that is left in an outage would never lock: by a new address, as browsers remember failures.
let tries = 0;
const later = () => setTimeout(() => import("./handing-over.js?" + tries++).catch(later), 3e4);
later();
