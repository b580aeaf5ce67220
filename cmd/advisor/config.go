package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"careeradvisor/cmd/advisor/pages"
	"careeradvisor/cmd/advisor/settings"
)

// config is the whole configuration, read once from the environment.
type config struct {
	Slack   slackConfig
	Advisor advisorConfig

	unlimited bool             // the playground's Slack has no rate limits
	ticks     <-chan time.Time // when to look for answers of other processes; nil for every few seconds
}

// slackConfig holds the SLACK_* variables.
type slackConfig struct {
	BotToken settings.Secret `split_words:"true" blank:"missing, serve needs it"` // xoxb-…
	AppToken settings.Secret `split_words:"true" blank:"missing, serve needs it"` // xapp-…
	APIURL   settings.URL    `envconfig:"API_URL" blank:"https://slack.com/api/"`
}

// advisorConfig holds the ADVISOR_* variables; the README has a table of them.
type advisorConfig struct {
	Knowledge   []string          `default:"builtin"`
	DataDir     string            `split_words:"true" default:"advisor-data"`
	IndexURL    string            `envconfig:"INDEX_URL" blank:"the index is in the data dir"`
	DatabaseURL settings.Secret   `envconfig:"DATABASE_URL" blank:"SQLite in the data dir"`
	Command     string            `default:"/career"`
	Connections int               `default:"2"`
	Admins      []string          `blank:"nobody sees the gap board"`
	Listen      string            `default:"127.0.0.1:8080" blank:"off"`
	LogLevel    string            `split_words:"true" default:"info"`
	LogFormat   string            `split_words:"true" default:"text"`
	Retention   settings.Duration `default:"90d"`
	UserRate    int               `split_words:"true" default:"20"`
	HelpChannel string            `split_words:"true" blank:"no “Ask a person”"`

	Meaning settings.Retired // questions are always matched by meaning too
}

// readConfig reads and checks the environment. Its error joins everything that is wrong, names the
// variables and never shows a secret; the valid part can be used all the same.
func readConfig() (config, error) {
	var c config
	var r settings.Reader
	r.RefuseUnknown("ADVISOR", c.Advisor)
	r.Read("SLACK", &c.Slack)
	r.Read("ADVISOR", &c.Advisor)
	c.check(&r)
	return c, errors.Join(r.Err(), botConfig(c).Check())
}

// warnOfRetired warns of a variable that is set but no longer does anything.
func warnOfRetired(w io.Writer) {
	if os.Getenv("ADVISOR_MEANING") != "" {
		fmt.Fprintln(w, "ADVISOR_MEANING no longer does anything: you can remove it. Questions are now always matched by meaning as well as by words.")
	}
}

func (c *config) check(r *settings.Reader) {
	a := &c.Advisor
	wrong := func(bad bool, name string, value any, why string) {
		if bad {
			r.Wrong("ADVISOR_"+name, value, why)
		}
	}
	_, noLevel := a.level()
	wrong(noLevel != nil, "LOG_LEVEL", a.LogLevel, "has to be debug, info, warn or error")
	wrong(a.LogFormat != "text" && a.LogFormat != "json", "LOG_FORMAT", a.LogFormat, "has to be text or json")
	wrong(a.Connections < 1 || a.Connections > 10, "CONNECTIONS", strconv.Itoa(a.Connections), "has to be from 1 to 10, for example 2")
	wrong(a.UserRate < 1, "USER_RATE", strconv.Itoa(a.UserRate), "has to be at least 1, for example 20")
	wrong(a.DataDir == "", "DATA_DIR", a.DataDir, "has to be a folder, for example advisor-data")
	wrong(len(a.sources()) == 0, "KNOWLEDGE", strings.Join(a.Knowledge, ","), "has to be builtin, folders, or both separated by commas, for example builtin,/srv/careers")
	wrong(!allMatch(a.admins(), personID), "ADMINS", strings.Join(a.Admins, ","), "has to be Slack member IDs separated by commas, for example U012AB3CD: a profile's ⋮ menu has “Copy member ID”")
	wrong(a.HelpChannel != "" && !channelID.MatchString(a.HelpChannel), "HELP_CHANNEL", a.HelpChannel, "has to be a channel's ID, for example C012AB3CD: it is at the end of “View channel details”")
	wrong(a.IndexURL != "", "INDEX_URL", a.IndexURL, "has to be empty: this version searches with its own index only")
	wrong(a.DatabaseURL != "" && !postgresURL.MatchString(string(a.DatabaseURL)), "DATABASE_URL", a.DatabaseURL, "has to begin with postgres://, for example postgres://USER:PASSWORD@HOST:5432/NAME; leave it empty for SQLite in the data dir")
	why := pages.CheckAddr(a.Listen)
	wrong(why != "", "LISTEN", a.Listen, why)
}

// postgresURL is how the address of a PostgreSQL database begins.
var postgresURL = regexp.MustCompile(`^postgres(ql)?://`)

// What the IDs of people and channels look like in Slack.
var (
	personID  = regexp.MustCompile(`^[UW][A-Z0-9]{2,}$`)
	channelID = regexp.MustCompile(`^[CG][A-Z0-9]{2,}$`)
)

// admins are the entries of ADVISOR_ADMINS.
func (a *advisorConfig) admins() []string { return listed(a.Admins) }

func allMatch(all []string, re *regexp.Regexp) bool {
	return !slices.ContainsFunc(all, func(s string) bool { return !re.MatchString(s) })
}

// sources are the entries of ADVISOR_KNOWLEDGE.
func (a *advisorConfig) sources() []string { return listed(a.Knowledge) }

// listed are the non-blank entries of a list.
func listed(list []string) []string {
	var out []string
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (a *advisorConfig) level() (slog.Level, error) {
	var l slog.Level
	err := l.UnmarshalText([]byte(a.LogLevel))
	return l, err
}

// logger is the process's log.
func (a *advisorConfig) logger(w io.Writer) *slog.Logger {
	level, _ := a.level() // checked when the configuration was read
	opts := &slog.HandlerOptions{Level: level}
	if a.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(w, opts))
	}
	return slog.New(slog.NewTextHandler(w, opts))
}

func newConfig() *cobra.Command {
	return &cobra.Command{
		Use:   "config",
		Short: "Print the configuration, without secrets, and what is missing or wrong",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := readConfig()
			settings.Print(cmd.OutOrStdout(), "SLACK", c.Slack)
			settings.Print(cmd.OutOrStdout(), "ADVISOR", c.Advisor)
			if c.Slack.BotToken == "" || c.Slack.AppToken == "" {
				fmt.Fprintln(cmd.OutOrStdout(), "\nserve needs both Slack tokens; ask and playground need neither.")
			}
			return err
		},
	}
}
