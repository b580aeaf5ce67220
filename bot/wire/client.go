package wire

import (
	"cmp"
	"context"
	"errors"
	"log"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"
)

// Access says how to reach Slack. Only the tokens are required.
type Access struct {
	BotToken string // xoxb-…, speaks for the bot
	AppToken string // xapp-…, opens connections
	APIURL   string // base of the Web API; Slack's if empty

	Connections int           // sockets at a time, so that a refresh leaves no gap; 1 if not positive
	Silence     time.Duration // a connection without a ping from Slack for this long is dead; 30 s if not positive
	Unlimited   bool          // call the Web API, and connect, as fast as it takes calls: for a local Slack, which has no rate limits
}

// Options are the settings of a client.
type Options struct {
	Access
	Scopes []string                    // that the bot token needs
	Before func(context.Context) error // called before each post, which is not made if it returns an error
	Log    *slog.Logger

	Metrics prometheus.Registerer // shows the figures; nobody sees them if nil
}

func (o Options) withDefaults() Options {
	o.BotToken = strings.TrimSpace(o.BotToken) // files and shells leave newlines behind
	o.AppToken = strings.TrimSpace(o.AppToken)
	o.APIURL = strings.TrimSuffix(cmp.Or(o.APIURL, slack.APIURL), "/") + "/"
	o.Connections = max(o.Connections, 1)
	if o.Silence <= 0 {
		o.Silence = 30 * time.Second // as long as Slack's own client libraries wait
	}
	return o
}

// reconnect is the longest pause between attempts to connect.
func (o Options) reconnect() time.Duration {
	if o.Unlimited {
		return 50 * time.Millisecond
	}
	return longestReconnect
}

// Client is a connection to Slack, with its sockets and its Web API.
type Client struct {
	API  *slack.Client // the Web API with the bot's token, at the pace that Slack allows
	HTTP *http.Client  // for response URLs

	opts    Options
	limits  *limiter
	me      atomic.Pointer[Identity] // nil before a successful Preflight
	live    *liveness
	figures *figures
	trouble sync.Map // why Slack refuses a connection, by its code: logged once until one is made
}

// New makes a client. It does not call Slack yet.
func New(o Options) *Client {
	o = o.withDefaults()
	c := &Client{opts: o, live: newLiveness()}
	c.figures = newFigures(o.Metrics, c.live, o.Connections)
	c.HTTP = &http.Client{
		Timeout:   CallWithin,
		Transport: newObserver(o.APIURL, o.Before, c.figures),
		// The token is meant for one host only, even if that redirects to another.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	c.limits = newLimiter(c.HTTP, o.Log, c.figures)
	c.API = c.client(c.limits)
	if o.Unlimited {
		c.API = c.client(c.HTTP)
	}
	return c
}

// CallWithin is the time for one request.
const CallWithin = 10 * time.Second

// client makes a Slack client that does not retry by itself (see [Attempt]) and
// writes no log of its own.
func (c *Client) client(via doer) *slack.Client {
	return slack.New(c.opts.BotToken,
		slack.OptionAppLevelToken(c.opts.AppToken),
		slack.OptionAPIURL(c.opts.APIURL),
		slack.OptionHTTPClient(via),
		slack.OptionLog(c.log()),
	)
}

// log is the client libraries' logger.
func (c *Client) log() *log.Logger {
	return slog.NewLogLogger(c.opts.Log.With("from", "slack client").Handler(), slog.LevelDebug)
}

// doer is how a Slack client sends its requests.
type doer interface {
	Do(*http.Request) (*http.Response, error)
}

// Taker takes an envelope, and acks it once it is safe.
type Taker func(e Envelope, ack func(reply any))

// Listen opens the connections and hands their envelopes to take until ctx ends or a connection
// ends for good, which is an error. The connections themselves last until line ends, which the
// returned function waits for.
func (c *Client) Listen(ctx, line context.Context, take Taker) (wait func(), err error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var sockets, listeners sync.WaitGroup
	for range c.opts.Connections {
		pace := newPacer(c.HTTP, c.opts)
		// Debug mode would make Slack close connections every few minutes.
		s := &socket{Client: c, ctx: line, take: take, pace: pace, client: socketmode.New(c.client(pace), socketmode.OptionLog(c.log()),
			socketmode.OptionDialer(c.live.dialer()), socketmode.OptionPingInterval(c.opts.Silence), socketmode.OptionReadLimit(maxAnswer))}
		ended := make(chan error, 1)
		sockets.Go(func() { ended <- s.run() })
		listeners.Go(func() {
			if err := s.listen(ctx, ended); err != nil {
				cancel(err)
			}
		})
	}
	listeners.Wait()
	if err := context.Cause(ctx); err != nil && !errors.Is(err, context.Canceled) {
		return sockets.Wait, err
	}
	return sockets.Wait, nil
}
