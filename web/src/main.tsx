/** Starts the worker first, since the book takes longest; then draws the page. */
import { startCore } from "./core/client.ts";
import { firstEncounter } from "./desk/state.ts";
import { draw } from "./App.tsx";
import "./styles/index.ts";

const core = startCore();
const encounter = firstEncounter();
draw(core, encounter);

if ("serviceWorker" in navigator && import.meta.env.PROD) {
  // Without one (an old browser, a plain-http host) the page works, but not offline.
  void navigator.serviceWorker.register("./sw.js").catch(() => undefined);
}
