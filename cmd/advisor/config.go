package main

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/kelseyhightower/envconfig"
	"github.com/spf13/cobra"

	"careeradvisor/knowledge"
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
	BotToken secret `split_words:"true"` // xoxb-…
	AppToken secret `split_words:"true"` // xapp-…
	APIURL   string `envconfig:"API_URL"`
}

// advisorConfig holds the ADVISOR_* variables; the doc comment of each is in the
// README's table.
type advisorConfig struct {
	Knowledge   []string `default:"builtin"`
	DataDir     string   `split_words:"true" default:"advisor-data"`
	IndexURL    string   `envconfig:"INDEX_URL"`
	DatabaseURL secret   `envconfig:"DATABASE_URL"`
	Command     string   `default:"/career"`
	Connections int      `default:"2"`
	Admins      []string
	Listen      string   `default:"127.0.0.1:8080"`
	LogLevel    string   `split_words:"true" default:"info"`
	LogFormat   string   `split_words:"true" default:"text"`
	Retention   duration `default:"90d"`
	UserRate    int      `split_words:"true" default:"20"`
	HelpChannel string   `split_words:"true"`

	Meaning retired // sentence vectors always rank beside words
}

// retired is the value of a variable that is read no more. For one release it warns; then
// its name is unknown.
type retired string

// secret is a value that is never printed.
type secret string

func (s secret) String() string {
	if s == "" {
		return ""
	}
	return "(set)"
}

// GoString keeps a secret out of %#v.
func (s secret) GoString() string { return s.String() }

// LogValue keeps a secret out of logs.
func (s secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// duration is a time.Duration that may also be written in days: "90d".
type duration time.Duration

// Decode reads a duration as envconfig finds it.
func (d *duration) Decode(s string) error {
	if days, ok := strings.CutSuffix(s, "d"); ok {
		n, err := strconv.Atoi(days)
		if err != nil || n < 0 {
			return fmt.Errorf("%q is no number of days", s)
		}
		*d = duration(time.Duration(n) * 24 * time.Hour)
		return nil
	}
	v, err := time.ParseDuration(s)
	*d = duration(v)
	return err
}

func (d duration) String() string {
	if v := time.Duration(d); v%(24*time.Hour) == 0 {
		return strconv.Itoa(int(v/(24*time.Hour))) + "d"
	}
	return time.Duration(d).String()
}

// readConfig reads and checks the environment. Its errors name the variable and
// never a secret.
func readConfig() (config, error) {
	var c config
	if err := envconfig.CheckDisallowed("ADVISOR", &c.Advisor); err != nil {
		name := err.Error()[strings.LastIndexByte(err.Error(), ' ')+1:]
		return c, &knowledge.Error{Say: fmt.Sprintf("%s is no variable that the advisor knows: check its spelling (advisor config lists them all).", name)}
	}
	if err := envconfig.Process("ADVISOR", &c.Advisor); err != nil {
		return c, badVariable(err)
	}
	if err := envconfig.Process("SLACK", &c.Slack); err != nil {
		return c, badVariable(err)
	}
	return c, c.check()
}

// warnOfRetired names the variable that is set and no longer does anything.
func warnOfRetired(w io.Writer) {
	if os.Getenv("ADVISOR_MEANING") != "" {
		fmt.Fprintln(w, "ADVISOR_MEANING no longer does anything, and can go: questions are always read by meaning too.")
	}
}

func badVariable(err error) error {
	if p, ok := err.(*envconfig.ParseError); ok {
		return &knowledge.Error{Say: fmt.Sprintf("%s has a value that cannot be read as a %s.", p.KeyName, strings.TrimPrefix(p.TypeName, "main."))}
	}
	return &knowledge.Error{Say: "The environment cannot be read.", Cause: err}
}

func (c *config) check() error {
	a := &c.Advisor
	bad := func(name, why string) error {
		return &knowledge.Error{Say: name + " " + why + "."}
	}
	if _, err := a.level(); err != nil {
		return bad("ADVISOR_LOG_LEVEL", "has to be debug, info, warn or error")
	}
	switch {
	case a.LogFormat != "text" && a.LogFormat != "json":
		return bad("ADVISOR_LOG_FORMAT", "has to be text or json")
	case a.Connections < 1 || a.Connections > 10:
		return bad("ADVISOR_CONNECTIONS", "has to be from 1 to 10")
	case a.UserRate < 1:
		return bad("ADVISOR_USER_RATE", "has to be at least 1")
	case a.DataDir == "":
		return bad("ADVISOR_DATA_DIR", "must not be empty")
	case len(a.sources()) == 0:
		return bad("ADVISOR_KNOWLEDGE", "names no documents: use builtin, folders, or both, with commas between")
	case !allMatch(a.admins(), personID):
		return bad("ADVISOR_ADMINS", "has to be Slack member IDs with commas between, such as U012AB3CD: a profile's ⋮ menu has “Copy member ID”")
	case a.HelpChannel != "" && !channelID.MatchString(a.HelpChannel):
		return bad("ADVISOR_HELP_CHANNEL", "has to be a channel's ID, such as C012AB3CD, and no name: it stands at the end of “View channel details”")
	case a.IndexURL != "":
		return bad("ADVISOR_INDEX_URL", "is set, but this version searches with its own index only: leave it empty")
	case a.DatabaseURL != "" && !strings.HasPrefix(string(a.DatabaseURL), "postgres://") && !strings.HasPrefix(string(a.DatabaseURL), "postgresql://"):
		return bad("ADVISOR_DATABASE_URL", "has to begin with postgres://; leave it empty for SQLite in the data dir")
	}
	if why := checkListen(a.Listen); why != "" {
		return bad("ADVISOR_LISTEN", why)
	}
	return nil
}

// What IDs look like in Slack: of people, of channels.
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

// listed are the entries of a list that are not blank.
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
		Short: "Print the configuration, without secrets",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := readConfig()
			if err != nil {
				return err
			}
			printConfig(cmd.OutOrStdout(), c)
			return nil
		},
	}
}

// printConfig prints every variable with its value, one a line.
func printConfig(w io.Writer, c config) {
	printVariables(w, "SLACK", reflect.ValueOf(c.Slack))
	printVariables(w, "ADVISOR", reflect.ValueOf(c.Advisor))
}

func printVariables(w io.Writer, prefix string, v reflect.Value) {
	for i := range v.NumField() {
		if _, gone := v.Field(i).Interface().(retired); gone { // no variable
			continue
		}
		name := v.Type().Field(i).Tag.Get("envconfig")
		if name == "" {
			name = upperSnake(v.Type().Field(i).Name)
		}
		value := fmt.Sprint(v.Field(i).Interface())
		if list, ok := v.Field(i).Interface().([]string); ok {
			value = strings.Join(list, ",")
		}
		line := fmt.Sprintf("%s_%s=%s", prefix, name, value)
		if _, set := os.LookupEnv(prefix + "_" + name); !set {
			line += "  (default)"
		}
		fmt.Fprintln(w, line)
	}
}

// upperSnake is BotToken as BOT_TOKEN, as envconfig splits words.
func upperSnake(s string) string {
	var b strings.Builder
	for i, r := range s {
		if i > 0 && r >= 'A' && r <= 'Z' {
			b.WriteByte('_')
		}
		b.WriteRune(r)
	}
	return strings.ToUpper(b.String())
}
