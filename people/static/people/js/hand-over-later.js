// Nobody is idle in the first half minute, and on a slow line everything else comes first.
setTimeout(() => import("./handing-over.js"), 30000);
