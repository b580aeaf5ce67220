package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"careeradvisor/bot/slackemu"
	"careeradvisor/bot/slackemu/page"
	"careeradvisor/cmd/advisor/settings"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
)

// playgroundAddr is where the playground listens by default; if it is taken, any free port will do.
const playgroundAddr = "127.0.0.1:8090"

// playgroundFlags say what kind of playground is wanted.
type playgroundFlags struct {
	addr            string
	addrGiven       bool
	unauthenticated bool
	knowledge       []string
	open            bool
}

func newPlayground() *cobra.Command {
	var f playgroundFlags
	cmd := &cobra.Command{
		Use:   "playground",
		Short: "Try the bot in the browser, against a local Slack: no account, no tokens",
		Long: `Starts a local Slack with the bot connected to it over a real Socket Mode connection,
and prints the address of a page where you can talk to it. Nothing is kept once the
playground ends.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			f.addrGiven = cmd.Flags().Changed("addr")
			return runPlayground(cmd, f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.addr, "addr", playgroundAddr, "address to listen on; if the default is taken, a free port is used")
	flags.BoolVar(&f.unauthenticated, "unauthenticated", false, "allow an --addr that others can reach, although the page has no password")
	flags.StringSliceVar(&f.knowledge, "knowledge", nil, "documents to answer from: builtin and/or folders (default: ADVISOR_KNOWLEDGE)")
	flags.BoolVar(&f.open, "open", false, "open the page in the browser")
	return cmd
}

// ground is a playground: the local Slack with its people and its content.
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
	if err := f.check(); err != nil {
		return err
	}
	if c.Advisor.LogLevel == "info" {
		c.Advisor.LogLevel = "warn" // the page's inspector shows more, and the address stays in view
	}
	ctx, log := cmd.Context(), c.Advisor.logger(cmd.ErrOrStderr())
	g, err := startGround(f)
	if err != nil {
		return err
	}
	defer g.Close()
	return serveWith(ctx, g.configure(c, f), log, func(l *library.Library) { // it does not open without documents
		g.library <- l
		fmt.Fprintf(cmd.OutOrStdout(), "The playground is open: %s\n", g.PageURL())
		if f.unauthenticated {
			fmt.Fprintln(cmd.ErrOrStderr(), "Anyone who can reach this address can read and write here.")
		}
		if f.open {
			if err := openBrowser(ctx, g.PageURL()); err != nil {
				log.Warn("the browser cannot be opened", "reason", err.Error())
			}
		}
	})
}

// check finds what is wrong with the flags before anything starts.
func (f *playgroundFlags) check() error {
	host, _, err := net.SplitHostPort(f.addr)
	if err != nil {
		return usageError{fmt.Errorf("--addr is %q: write it as HOST:PORT, such as %s", f.addr, playgroundAddr)}
	}
	if ip, err := netip.ParseAddr(host); host != "localhost" && (err != nil || !ip.IsLoopback()) && !f.unauthenticated {
		return usageError{fmt.Errorf("others could reach %s, and the playground has no password: add --unauthenticated if you want that", f.addr)}
	}
	return nil
}

// startGround starts the local Slack, granting what the app's manifest asks for.
func startGround(f playgroundFlags) (*ground, error) {
	app, err := readApp()
	if err != nil {
		return nil, err
	}
	names, commands := app.commands()
	opts := slackemu.Options{
		Addr: f.addr, BotToken: token("xoxb"), AppToken: token("xapp"), Commands: names,
		Subscriptions: app.Settings.EventSubscriptions.BotEvents, Scopes: app.OAuthConfig.Scopes.Bot,
	}
	emu, err := slackemu.Start(opts)
	if errors.Is(err, syscall.EADDRINUSE) && !f.addrGiven {
		opts.Addr = "127.0.0.1:0"
		emu, err = slackemu.Start(opts)
	}
	if err != nil {
		return nil, &knowledge.Error{Say: fmt.Sprintf("The playground cannot listen on %s: choose another --addr.", f.addr), Cause: err}
	}
	g := &ground{Server: emu, library: make(chan *library.Library, 1)}
	people := g.populate()
	page.Serve(emu, page.Options{
		Title: "Playground", People: people,
		Commands: commands, Shortcuts: app.shortcuts(),
		Examples: g.examples,
	})
	return g, nil
}

// populate brings in people and conversations of every kind: public channels with the bot and
// without it, a private one, a group DM, and a direct message each.
func (g *ground) populate() []page.Person {
	ann, ben, cleo, dan := g.AddUser("Ann"), g.AddUser("Ben"), g.AddUser("Cleo"), g.AddUser("Dan")
	g.people = []slackemu.User{ann, ben, cleo, dan}
	g.AddChannel("general", g.people...)
	g.careers = g.AddChannel("careers", g.people...)
	g.RemoveBot(g.AddChannel("lounge", g.people...))
	g.AddPrivateChannel("hiring", ben, cleo)
	g.AddGroupDM(ann, ben, cleo)
	for _, u := range g.people {
		g.OpenDM(u)
	}
	return []page.Person{{ID: ann.ID}, {ID: ben.ID, Note: "admin"}, {ID: cleo.ID}, {ID: dan.ID}}
}

// token is a token that nobody can guess: a page of another site may reach the local Slack's port,
// but needs a token to use it.
func token(kind string) string { return kind + "-playground-" + strings.ToLower(rand.Text()) }

// configure points the bot at the local Slack and away from the disk.
func (g *ground) configure(c config, f playgroundFlags) config {
	c.Slack = slackConfig{BotToken: settings.Secret(g.BotToken()), AppToken: settings.Secret(g.AppToken()), APIURL: settings.URL(g.URL())}
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

// examples are questions that the documents answer, for the page to offer.
func (g *ground) examples(ctx context.Context) []string {
	select {
	case l := <-g.library:
		g.library <- l
		all := l.Contents(knowledge.Scope{}).Examples
		return all[:min(len(all), maxOffered)]
	case <-ctx.Done():
		return nil
	}
}

// maxOffered is how many questions the page offers to begin with.
const maxOffered = 4
