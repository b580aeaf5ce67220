package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"strings"
	"sync"
	"syscall"

	"github.com/spf13/cobra"

	"careeradvisor/bot/slackemu"
	"careeradvisor/bot/slackemu/page"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
)

// playgroundAddr is where the playground listens unless told otherwise; where it
// is taken, any free port will do.
const playgroundAddr = "127.0.0.1:8090"

// playgroundFlags are how a playground is wanted.
type playgroundFlags struct {
	addr            string
	addrGiven       bool
	unauthenticated bool
	knowledge       []string
	seed            string
	bot             string
	faults          []string
	open            bool
}

func newPlayground() *cobra.Command {
	var f playgroundFlags
	cmd := &cobra.Command{
		Use:   "playground",
		Short: "Try the bot in the browser, against a local Slack: no account, no tokens",
		Long: `Starts a local Slack and the bot against it, over a real Socket Mode connection,
and prints the address of a page to talk to it. Nothing is kept: when the
playground ends, all is gone.

With --bot=none it runs the local Slack alone, for a bot of your own in any
language (see docs/emulator.md); it takes SLACK_BOT_TOKEN and SLACK_APP_TOKEN
from the environment, or makes them up and prints them.

A --seed file holds one line a message: "Ann #general: text", "Ann @: text" for a
direct message to the app, "Ben #general > text" for a reply to what was said there
last. A --fault is KIND[:METHOD][:COUNT][:WAIT][@AFTER|@everyPERIOD], such as
429:chat.postMessage:3:5s or drop@every30s.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			f.addrGiven = cmd.Flags().Changed("addr")
			return runPlayground(cmd, f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.addr, "addr", playgroundAddr, "address to listen on; a free port where the default is taken")
	flags.BoolVar(&f.unauthenticated, "unauthenticated", false, "allow an --addr that others can reach, though the page has no password")
	flags.StringSliceVar(&f.knowledge, "knowledge", nil, "documents to answer from: builtin and/or folders (default: ADVISOR_KNOWLEDGE)")
	flags.StringVar(&f.seed, "seed", "", `a prepared conversation: "demo", or a file`)
	flags.StringVar(&f.bot, "bot", "advisor", `"none" runs the local Slack alone`)
	flags.StringArrayVar(&f.faults, "fault", nil, "something to go wrong; may be repeated")
	flags.BoolVar(&f.open, "open", false, "open the page in the browser")
	return cmd
}

// ground is a playground: the local Slack and who and what is in it.
type ground struct {
	*slackemu.Server
	people  []slackemu.User
	careers slackemu.Channel
	library chan *library.Library // the advisor's documents, once it has opened them
}

func runPlayground(cmd *cobra.Command, f playgroundFlags) error {
	c, err := readConfig()
	if err != nil {
		return err
	}
	seed, faults, err := f.check()
	if err != nil {
		return err
	}
	if c.Advisor.LogLevel == "info" {
		c.Advisor.LogLevel = "warn" // the page's inspector tells more, and the address stays in sight
	}
	ctx, log := cmd.Context(), c.Advisor.logger(cmd.ErrOrStderr())
	g, err := startGround(c, f)
	if err != nil {
		return err
	}
	defer g.Close()
	for _, fault := range faults {
		g.Inject(fault)
	}
	g.print(cmd, f)
	if f.open {
		if err := openBrowser(ctx, g.PageURL()); err != nil {
			log.Warn("the browser cannot be opened", "reason", err.Error())
		}
	}
	ctx, stop := context.WithCancel(ctx)
	var seeding sync.WaitGroup
	defer seeding.Wait()
	defer stop()
	seeding.Go(func() {
		if err := g.seed(ctx, seed); err != nil && ctx.Err() == nil {
			log.Warn("the prepared conversation ends early", "reason", sentence(err))
		}
	})
	if f.bot == "none" {
		<-ctx.Done()
		return nil
	}
	return serveWith(ctx, g.configure(c, f), log, func(l *library.Library) { g.library <- l })
}

// check finds what is wrong with the flags before anything starts.
func (f *playgroundFlags) check() (seed []line, faults []slackemu.Fault, err error) {
	if f.bot != "advisor" && f.bot != "none" {
		return nil, nil, usageError{fmt.Errorf("--bot is %q: use advisor or none", f.bot)}
	}
	host, _, err := net.SplitHostPort(f.addr)
	if err != nil {
		return nil, nil, usageError{fmt.Errorf("--addr is %q: write it as HOST:PORT, such as %s", f.addr, playgroundAddr)}
	}
	if ip, err := netip.ParseAddr(host); host != "localhost" && (err != nil || !ip.IsLoopback()) && !f.unauthenticated {
		return nil, nil, usageError{fmt.Errorf("others could reach %s, and the playground has no password: add --unauthenticated if you want that", f.addr)}
	}
	for _, spec := range f.faults {
		fault, err := slackemu.ParseFault(spec)
		if err != nil {
			return nil, nil, usageError{fmt.Errorf("--fault: %w", err)}
		}
		faults = append(faults, fault)
	}
	seed, err = readSeed(f.seed)
	return seed, faults, err
}

// startGround starts the local Slack with what the app's manifest asks for.
func startGround(c config, f playgroundFlags) (*ground, error) {
	app, err := readApp()
	if err != nil {
		return nil, err
	}
	names, commands := app.commands()
	opts := slackemu.Options{
		Addr: f.addr, BotToken: token("xoxb"), AppToken: token("xapp"), Commands: names,
		Subscriptions: app.Settings.EventSubscriptions.BotEvents, Scopes: app.OAuthConfig.Scopes.Bot,
	}
	if f.bot == "none" { // another app has scopes and events of its own: all of them
		opts.Scopes, opts.Subscriptions = nil, slackemu.AllEvents()
		given(&opts.BotToken, string(c.Slack.BotToken))
		given(&opts.AppToken, string(c.Slack.AppToken))
	}
	emu, err := slackemu.Start(opts)
	if errors.Is(err, syscall.EADDRINUSE) && !f.addrGiven {
		opts.Addr = "127.0.0.1:0"
		emu, err = slackemu.Start(opts)
	}
	if err != nil {
		return nil, &knowledge.Error{Say: fmt.Sprintf("The playground cannot listen on %s: choose another --addr.", f.addr), Cause: err}
	}
	ann, ben := emu.AddUser("Ann"), emu.AddUser("Ben")
	emu.AddChannel("general", ann, ben)
	g := &ground{Server: emu, people: []slackemu.User{ann, ben}, careers: emu.AddChannel("careers", ann, ben), library: make(chan *library.Library, 1)}
	emu.RemoveBot(emu.AddChannel("lounge", ann, ben))
	for _, u := range g.people {
		emu.OpenDM(u)
	}
	page.Serve(emu, page.Options{
		Title: "Playground", People: []page.Person{{User: ann}, {User: ben, Note: "admin"}},
		Commands: commands, Shortcuts: app.shortcuts(),
		Examples: g.examples,
	})
	return g, nil
}

func given(field *string, value string) {
	if value = strings.TrimSpace(value); value != "" {
		*field = value
	}
}

// token is a token that nobody can guess: a page of another site may reach the
// local Slack's port, but has to know one.
func token(kind string) string { return kind + "-playground-" + strings.ToLower(rand.Text()) }

// configure points the bot at the local Slack and away from the disk.
func (g *ground) configure(c config, f playgroundFlags) config {
	c.Slack = slackConfig{BotToken: secret(g.BotToken()), AppToken: secret(g.AppToken()), APIURL: g.URL()}
	c.Advisor.DataDir, c.Advisor.DatabaseURL = "", ""
	c.Advisor.Listen = "off" // nobody watches a playground, and another advisor may have the port
	c.unlimited = true
	c.Advisor.Admins = []string{g.people[1].ID}
	c.Advisor.HelpChannel = g.careers.ID
	if f.knowledge != nil {
		c.Advisor.Knowledge = f.knowledge
	}
	return c
}

func (g *ground) print(cmd *cobra.Command, f playgroundFlags) {
	text := fmt.Sprintf("The playground is open: %s\n", g.PageURL())
	if f.bot == "none" {
		text += fmt.Sprintf("\nPoint your bot at it:\n\nexport SLACK_BOT_TOKEN=%s\nexport SLACK_APP_TOKEN=%s\nexport SLACK_API_URL=%s\n",
			g.BotToken(), g.AppToken(), g.URL())
	}
	fmt.Fprint(cmd.OutOrStdout(), text) // at once, for scripts that wait for it
	if f.unauthenticated {
		fmt.Fprintln(os.Stderr, "Anybody who reaches this address can read and write here.")
	}
}

// examples are what the documents answer, and the page may offer.
func (g *ground) examples(ctx context.Context) []string {
	select {
	case l := <-g.library:
		g.library <- l
		all := l.Contents().Examples
		return all[:min(len(all), maxOffered)]
	case <-ctx.Done():
		return nil
	}
}

// maxOffered is how many questions the page offers to begin with.
const maxOffered = 4
