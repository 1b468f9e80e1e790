package org.recoveryrules.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;

/** A Chromium without a window that looks at pages. Never downloads anything. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    /** Whether a browser must be there. */
    static final boolean REQUIRED = System.getProperty("recovery.browser", "").equals("required");

    /** Selenium, which warns of every browser that is newer than itself; kept here, since loggers are forgotten otherwise. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** How somebody looks at a page. */
    enum View {
        PHONE(390, 844, true, "light"),
        PHONE_DARK(390, 844, true, "dark"),
        DESKTOP(1280, 900, false, "light"),
        DESKTOP_DARK(1280, 900, false, "dark");

        private final int width;
        private final int height;
        private final boolean mobile;
        private final String scheme;

        View(int width, int height, boolean mobile, String scheme) {
            this.width = width;
            this.height = height;
            this.mobile = mobile;
            this.scheme = scheme;
        }

        int width() {
            return width;
        }
    }

    /** Starts the browser of this machine; nothing if there is none, or nothing that drives it. */
    static Optional<Browser> start(Path profile) {
        Optional<Path> driver = onPath("chromedriver");
        Optional<Path> browser =
                NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst();
        if (driver.isEmpty() || browser.isEmpty()) {
            return Optional.empty();
        }
        ChromeOptions options = new ChromeOptions().setBinary(browser.get().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
        System.setProperty(
                ChromeDriverService.CHROME_DRIVER_EXE_PROPERTY, driver.get().toString());
        SELENIUM.setLevel(Level.SEVERE);
        return Optional.of(new Browser(new ChromeDriver(options)));
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(program, program + ".exe").map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a page as somebody looks at it. */
    void open(Path page, View view) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", view.width, "height", view.height, "deviceScaleFactor", 1, "mobile", view.mobile));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", view.scheme))));
        driver.get(page.toUri().toString());
    }

    /** Runs a script in the page; what it returns. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** What axe, which knows how pages must be for everybody to use them, finds wrong with the page, or cannot tell. */
    Object axe() throws IOException {
        try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
            driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.configure({ checks: [{ id: 'color-contrast', options: {
                    contrastRatio: { normal: { expected: 4.5 }, large: { expected: 4.5 } } } }] });
                axe.run().then(found => done(found.violations.concat(found.incomplete).flatMap(rule =>
                    rule.nodes.map(node => rule.id + ': ' + node.html + ' ' + node.failureSummary))));
                """);
    }

    /** What was written to the console since this was asked the last time. */
    List<String> console() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What was asked of the network, or of the disk, since this was asked the last time. */
    List<String> requests() {
        return driver.manage().logs().get("performance").getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .toList();
    }

    /** All of the page, as it is seen, below {@code target}. */
    void photograph(String name) throws IOException {
        Object picture = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                .get("data");
        Path file = Path.of("target", "coverage-page", name + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(picture.toString()));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
