package org.recoveryrules.drools.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Mistakes in the document of a context: in its tree, in its text, in its bytes. */
final class ContextEdits {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What may come in the place of any value. */
    private static final List<String> VALUES = TextEdits.listed("""
            null  true  false  []  {}  [[]]  ""  " "  0  -0  -1  1  1.0  1.5  2.0e0  2147483647  2147483648
            9223372036854775808  1e400  1E-400  1e999999999  -1e-999999999  0.000000000000000001
            999999999999999999  999999999999999999.99  1000000000000000000  "0"  "-1"  "12,50"  "1e3"  "0.001"
            "120.00"  "999999999999999999.99"  "PT0S"  "-PT1S"  "PT24H0.000000001S"  "P10675199DT0S"
            "PT2562047788015215H"  "PT2562047788015216H"  "P1M"  "USD"  "JPY"  "KWD"  "usd"  "XXX"  "XTS"
            "\\u0000"  "\\ud800"  "\\udc00\\ud800"  "\\u202e"  "\ud83d\ude00"  "\u0130"  "MAJOR"  "major"
            "MAYOR"  "UNKNOWN"  "NONE"  "POOR"  "CREDIT"  "APOLOGY"  ["HEALTH", "HEALTH"]  [null]
            {"amount": "1", "currency": "USD"}  {"amount": 0, "currency": "USD"}
            {"amount": 0.005, "currency": "USD"}  {"amount": "999999999999999999", "currency": "USD"}
            {"amount": 5, "currency": "JPY"}
            {"kind": "REFUND", "amount": {"amount": "5", "currency": "USD"}, "basis": "x"}  {"kind": "APOLOGY"}
            """);

    private static final List<String> NAMES = TextEdits.listed("""
            failure  history  customer  claim  handling  area  severity  avoidability  foreseeability
            recurrence  type  resourceLost  causedBy  price  loss  accepted  priorFailures  lastRecovery
            similar  lifetimeValue  expectation  mood  vulnerabilities  reach  champion  status
            compensatedClaims  entitlements  requested  aware  delay  apologies  explanation  risks  amount
            currency  kind  basis  severty  x.y
            """);

    private final RandomGenerator random;
    private final TextEdits texts;

    /**
     * Begins to make mistakes.
     *
     * @param random says which
     * @param other gives another document
     */
    ContextEdits(RandomGenerator random, Supplier<byte[]> other) {
        this.random = random;
        this.texts = new TextEdits(random, () -> new String(other.get(), StandardCharsets.UTF_8));
    }

    /** The document with one mistake. */
    byte[] edit(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> inBytes(document);
            case 1, 2 -> texts.edit("context.json", text).getBytes(StandardCharsets.UTF_8);
            default -> inTree(text).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] inBytes(byte[] document) {
        byte[] changed = document.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    /** A text that is no JSON any more gets another mistake of a text. */
    private String inTree(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            List<JsonNode> inner = new ArrayList<>();
            collect(root, inner);
            if (!inner.isEmpty()) {
                change(any(inner));
                return JSON.writeValueAsString(root);
            }
        } catch (JsonProcessingException e) {
            return texts.edit("context.json", text);
        }
        return any(VALUES);
    }

    private static void collect(JsonNode node, List<JsonNode> inner) {
        if (node.isContainerNode() && (node.isObject() || !node.isEmpty())) {
            inner.add(node);
        }
        node.forEach(child -> collect(child, inner));
    }

    private void change(JsonNode node) throws JsonProcessingException {
        JsonNode value = JSON.readTree(any(VALUES));
        if (node instanceof ArrayNode list) {
            int at = random.nextInt(list.size());
            switch (random.nextInt(3)) {
                case 0 -> list.remove(at);
                case 1 -> list.set(at, value);
                default -> list.insert(at, list.get(at));
            }
            return;
        }
        ObjectNode object = (ObjectNode) node;
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(6) == 0) {
            object.set(any(NAMES), value);
            return;
        }
        String name = any(names);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(any(NAMES), object.remove(name));
            case 2 -> object.set(name, object.get(any(names)));
            default -> object.set(name, value);
        }
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
