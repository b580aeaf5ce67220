package bot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/slack-go/slack"

	"careeradvisor/bot/ask"
	"careeradvisor/bot/channels"
	"careeradvisor/bot/home"
	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/play"
	"careeradvisor/bot/post"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Config says how to reach Slack and how much to do at a time. Only the tokens are
// required.
type Config struct {
	wire.Access

	Command     string   // the slash command; "/career" if empty
	Admins      []string // Slack IDs of the users who see the gap board
	HelpChannel string   // ID of the channel where "ask a person" posts; nowhere if empty

	UserRate int // questions a minute that one person may ask; 20 if not positive

	Retention time.Duration // how long turns are kept; for ever if not positive

	Patience time.Duration // how long an answer may take before a sign of life; 1 s if not positive

	Alone bool // no other process uses the memory: any lease at the start is from a process that died

	Workers int           // questions being worked on at a time, most of them waiting for Slack; 64 if not positive
	Queue   int           // questions waiting in the memory; 20,000 if not positive
	Deliver time.Duration // how long one answer may take to be posted, with all waiting that Slack asks for; 2 min if not positive
	Drain   time.Duration // how long Run waits for work in hand when it ends; 7 s if not positive

	Now  func() time.Time // the clock that memories are kept by; time.Now if nil
	Tick Tick             // times everything that is done periodically; real time if nil
}

func (c Config) withDefaults() Config {
	c.Command = cmp.Or(c.Command, "/career")
	c.Workers, c.Queue, c.UserRate = positive(c.Workers, 64), positive(c.Queue, 20_000), positive(c.UserRate, 20)
	c.Patience, c.Deliver, c.Drain = positive(c.Patience, time.Second), positive(c.Deliver, 2*time.Minute), positive(c.Drain, 7*time.Second)
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Tick == nil {
		c.Tick = realTick
	}
	return c
}

func positive[T int | time.Duration](n, otherwise T) T {
	if n > 0 {
		return n
	}
	return otherwise
}

// Check finds values that cannot work.
func (c Config) Check() (err error) {
	if u, bad := url.Parse(c.APIURL); c.APIURL != "" && (bad != nil || u.Host == "" || (u.Scheme != "https" && u.Scheme != "http")) {
		shown := "unreadable"
		if bad == nil {
			shown = strconv.Quote(u.Redacted())
		}
		err = &knowledge.Error{Say: fmt.Sprintf("SLACK_API_URL is %s, but must be the URL of Slack's Web API, for example %s.", shown, slack.APIURL)}
	}
	if c.Command != "" && (!strings.HasPrefix(c.Command, "/") || strings.ContainsAny(c.Command, " \t\n")) {
		err = errors.Join(err, &knowledge.Error{Say: fmt.Sprintf("ADVISOR_COMMAND is %q, but must be one word that begins with a slash, for example /career.", c.Command)})
	}
	return err
}

// Bot is the advisor in Slack. Its methods may be called from any goroutine, but Run from only one
// at a time.
type Bot struct {
	cfg      Config
	answerer ask.Answerer
	library  openShelf
	settings *channels.Settings
	memory   memory.Store
	log      *slog.Logger
	conn     *wire.Client
	poster   *post.Poster
	edits    edits
	metrics  *metrics

	desk       *ask.Desk
	tab        *home.Home
	planner    home.Planner
	editor     home.Editor
	keepers    *keepers
	people     *people
	fit        *play.Fit
	interviews *play.Interviews

	queue   atomic.Pointer[inbox.Queue] // nil before Run
	closing atomic.Bool
}

// Parts are what a bot is made of; all but Metrics are required.
type Parts struct {
	Answerer ask.Answerer
	Library  Library
	Memory   memory.Store
	Log      *slog.Logger
	Metrics  prometheus.Registerer // shows the bot's figures, and has none of their names yet; nobody sees them if nil
}

// New makes a bot. It does not call Slack yet: Preflight and Run try the tokens.
func New(cfg Config, parts Parts) (*Bot, error) {
	if parts.Answerer == nil || parts.Library == nil || parts.Memory == nil || parts.Log == nil {
		return nil, errors.New("bot: a part is missing")
	}
	cfg = cfg.withDefaults()
	conn, err := cfg.connection(parts.Log, parts.Metrics)
	if err != nil {
		return nil, err
	}
	b := &Bot{
		cfg:      cfg,
		answerer: parts.Answerer,
		settings: channels.New(parts.Memory),
		memory:   parts.Memory,
		log:      wire.Redacted(parts.Log),
		conn:     conn,
	}
	b.metrics = newMetrics(parts.Metrics, b.waiting)
	b.library = openShelf{parts.Library, b.settings}
	b.poster = &post.Poster{Slack: conn.API, HTTP: conn.HTTP, Within: cfg.Deliver, Patience: cfg.Patience, Log: b.log}
	b.furnish()
	return b, nil
}

func (c Config) connection(log *slog.Logger, figures prometheus.Registerer) (*wire.Client, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	return wire.New(wire.Options{Access: c.Access, Scopes: required(), Before: inbox.StillMine, Log: wire.Redacted(log), Metrics: figures}), nil
}

// waiting is how much work waits for a worker: none before Run.
func (b *Bot) waiting() float64 {
	if q := b.queue.Load(); q != nil {
		return float64(q.Depth())
	}
	return 0
}

// furnish makes the bot's rooms.
func (b *Bot) furnish() {
	cfg, me := b.cfg, func() string { return b.self().UserID }
	b.keepers = &keepers{admins: cfg.Admins, settings: b.settings, library: b.library, poster: b.poster, log: b.log}
	b.people = &people{channel: cfg.HelpChannel, memory: b.memory, settings: b.settings, library: b.library, poster: b.poster, me: me, log: b.log}
	b.fit = &play.Fit{Library: b.library, Post: b.poster}
	b.interviews = &play.Interviews{Practices: b.memory, Library: b.library, Post: b.poster, Command: cfg.Command, Now: cfg.Now, Log: b.log}
	b.desk = &ask.Desk{
		Answerer: b.answerer, Memory: b.memory, Settings: b.settings, Post: b.poster, Count: b.metrics, Command: cfg.Command, Rate: cfg.UserRate,
		Me: me, Role: b.interviews.RoleOf, Helps: b.people.helpFor, Now: cfg.Now, Log: b.log,
	}
	b.tab = &home.Home{
		Memory: b.memory, Library: b.library, Settings: b.settings, Post: b.poster, Command: cfg.Command, Retention: cfg.Retention, Admins: cfg.Admins,
		IsEditor: b.keepers.isEditor, Turn: b.desk.TurnOf, Answer: b.desk.AnswerAgain, Reply: b.desk.ReplyTo, Now: cfg.Now, Log: b.log,
	}
	b.planner, b.editor = home.Planner{Home: b.tab}, home.Editor{Home: b.tab}
	b.desk.Teacher, b.people.desk, b.people.editor = b.editor, b.desk, b.editor
}

// Preflight tries the tokens of a configuration before a bot is made.
func Preflight(ctx context.Context, cfg Config, log *slog.Logger) (wire.Identity, error) {
	conn, err := cfg.connection(log, nil)
	if err != nil {
		return wire.Identity{}, err
	}
	return conn.Preflight(ctx)
}

// CheckIDs asks Slack whether the admins and the help channel of a configuration exist,
// and whether the bot is in the channel.
func CheckIDs(ctx context.Context, cfg Config, log *slog.Logger) (admins, help error) {
	conn, err := cfg.connection(log, nil)
	if err != nil {
		return err, err
	}
	return conn.CheckIDs(ctx, cfg.Admins, cfg.HelpChannel)
}

func (b *Bot) self() wire.Identity { return b.conn.Self() }
