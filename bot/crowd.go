package bot

import "time"

// warnEvery is how often it is said again that too many connections are open.
const warnEvery = time.Hour

// crowd takes in how many connections Slack counts for the app. Slack hands each
// event to any one of them: a connection that nobody knows of swallows its share
// of the questions.
func (b *Bot) crowd(connections int) {
	b.line.counted.Store(int64(connections))
	if connections <= b.cfg.Connections {
		return
	}
	now := time.Now()
	last := b.line.warned.Load()
	if now.Sub(time.Unix(0, last)) < warnEvery || !b.line.warned.CompareAndSwap(last, now.UnixNano()) {
		return
	}
	b.log.Warn("the app has more connections than this process opened: other replicas have them, or a process that ended a moment ago; "+
		"if neither, somebody else uses the app's token and gets a share of the questions: make a new app-level token and revoke the old one",
		"connections", connections, "ours", b.cfg.Connections)
}
