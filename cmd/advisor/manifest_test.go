package main_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"careeradvisor/bot"
)

// manifest is a Slack app manifest, as far as this app uses it; any other key is
// an error.
type manifest struct {
	DisplayInformation struct {
		Name            string
		Description     string
		LongDescription string `yaml:"long_description"`
		BackgroundColor string `yaml:"background_color"`
	} `yaml:"display_information"`
	Features struct {
		AgentView struct {
			Description string                            `yaml:"agent_description"`
			Prompts     []struct{ Title, Message string } `yaml:"suggested_prompts"`
		} `yaml:"agent_view"`
		AppHome struct {
			HomeTab          bool `yaml:"home_tab_enabled"`
			MessagesTab      bool `yaml:"messages_tab_enabled"`
			MessagesReadOnly bool `yaml:"messages_tab_read_only_enabled"`
		} `yaml:"app_home"`
		BotUser struct {
			DisplayName  string `yaml:"display_name"`
			AlwaysOnline bool   `yaml:"always_online"`
		} `yaml:"bot_user"`
		SlashCommands []struct {
			Command      string
			Description  string
			UsageHint    string `yaml:"usage_hint"`
			ShouldEscape bool   `yaml:"should_escape"`
		} `yaml:"slash_commands"`
		Shortcuts []struct {
			Name        string
			Type        string
			CallbackID  string `yaml:"callback_id"`
			Description string
		}
	}
	OAuthConfig struct {
		Scopes struct{ Bot []string }
	} `yaml:"oauth_config"`
	Settings struct {
		EventSubscriptions struct {
			BotEvents []string `yaml:"bot_events"`
		} `yaml:"event_subscriptions"`
		Interactivity struct {
			IsEnabled bool `yaml:"is_enabled"`
		}
		SocketMode    bool `yaml:"socket_mode_enabled"`
		OrgDeploy     bool `yaml:"org_deploy_enabled"`
		TokenRotation bool `yaml:"token_rotation_enabled"`
	}
}

func readManifest(t *testing.T) manifest {
	t.Helper()
	f, err := os.Open(root + "/deploy/slack/manifest.yaml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var m manifest
	d := yaml.NewDecoder(f)
	d.KnownFields(true)
	if err := d.Decode(&m); err != nil {
		t.Fatal(err)
	}
	return m
}

// TestManifestIsWithinSlacksLimits checks the lengths, in characters, that Slack's manifest schema
// allows.
func TestManifestIsWithinSlacksLimits(t *testing.T) {
	m := readManifest(t)
	if len(m.Features.SlashCommands) != 1 {
		t.Fatalf("%d slash commands, want 1", len(m.Features.SlashCommands))
	}
	command := m.Features.SlashCommands[0]
	for _, c := range []struct {
		what, text  string
		least, most int
	}{
		{"name", m.DisplayInformation.Name, 1, 35},
		{"description", m.DisplayInformation.Description, 1, 140},
		{"long description", m.DisplayInformation.LongDescription, 175, 4000},
		{"bot's name", m.Features.BotUser.DisplayName, 1, 80},
		{"command", command.Command, 2, 32},
		{"command's description", command.Description, 1, 2000},
		{"usage hint", command.UsageHint, 1, 1000},
		{"agent's description", m.Features.AgentView.Description, 1, 300},
	} {
		if n := utf8.RuneCountInString(c.text); n < c.least || n > c.most {
			t.Errorf("the %s has %d characters, want %d to %d: %q", c.what, n, c.least, c.most, c.text)
		}
		if strings.ContainsAny(c.text, "\n<>") {
			t.Errorf("the %s has markup or a line break: %q", c.what, c.text)
		}
	}
	if n := len(m.Features.AgentView.Prompts); n < 1 || n > 4 {
		t.Errorf("%d suggested prompts, want 1 to 4", n)
	}
	for _, p := range m.Features.AgentView.Prompts {
		if p.Title == "" || p.Message == "" {
			t.Errorf("the suggested prompt %+v is none", p)
		}
	}
	if !regexp.MustCompile(`^#[0-9a-fA-F]{6}$`).MatchString(m.DisplayInformation.BackgroundColor) {
		t.Errorf("the background colour is %q", m.DisplayInformation.BackgroundColor)
	}
}

func TestManifestAsksForWhatTheBotUses(t *testing.T) {
	m := readManifest(t)
	if got, want := m.OAuthConfig.Scopes.Bot, bot.Scopes(); !slices.Equal(got, want) {
		t.Errorf("scopes %q, want %q", got, want)
	}
	if got, want := m.Settings.EventSubscriptions.BotEvents, bot.Events(); !slices.Equal(got, want) {
		t.Errorf("events %q, want %q", got, want)
	}
	var shortcuts []string
	for _, s := range m.Features.Shortcuts {
		shortcuts = append(shortcuts, s.CallbackID)
		if n := utf8.RuneCountInString(s.Name); n > 24 || s.Type != "message" || s.Description == "" || utf8.RuneCountInString(s.Description) > 150 {
			t.Errorf("the shortcut %+v is none", s)
		}
	}
	if want := bot.Shortcuts(); !slices.Equal(shortcuts, want) {
		t.Errorf("shortcuts %q, want %q", shortcuts, want)
	}
	command := m.Features.SlashCommands[0]
	home, settings := m.Features.AppHome, m.Settings
	for what, ok := range map[string]bool{
		"the command is the bot's default":      command.Command == "/career",
		"names in commands are escaped":         command.ShouldEscape,
		"people can write to the bot":           home.MessagesTab && !home.MessagesReadOnly,
		"there is a Home tab":                   home.HomeTab,
		"the bot shows as online":               m.Features.BotUser.AlwaysOnline,
		"buttons work":                          settings.Interactivity.IsEnabled,
		"Socket Mode is on":                     settings.SocketMode,
		"tokens stay valid":                     !settings.TokenRotation,
		"the app is installed in one workspace": !settings.OrgDeploy,
	} {
		if !ok {
			t.Errorf("not so: %s", what)
		}
	}
}
