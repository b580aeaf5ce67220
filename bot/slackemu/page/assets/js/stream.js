// The server's events. The browser connects again by itself and says where it
// was; the server goes on from there.
export function follow(apply, online) {
  const source = new EventSource("/page/stream");
  source.onopen = () => online(true);
  source.onmessage = (e) => {
    apply(JSON.parse(e.data));
    document.documentElement.dataset.rev = e.lastEventId.split(".")[1]; // how far the page is, for who drives it
  };
  source.onerror = () => {
    online(false);
    // Refused for good, such as while the server was down for long: ask anew.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => follow(apply, online), 2000);
  };
}
