// The server's events. The browser reconnects by itself and says how far it was; the
// server continues from there.
export function follow(apply, online) {
  const source = new EventSource("/page/stream");
  source.onopen = () => online(true);
  source.onmessage = (e) => {
    apply(JSON.parse(e.data));
    document.documentElement.dataset.rev = e.lastEventId.split(".")[1]; // how far the page is, for who drives it
  };
  source.onerror = () => {
    online(false);
    // The browser has given up, as when the server was down for long: start again.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => follow(apply, online), 2000);
  };
}
