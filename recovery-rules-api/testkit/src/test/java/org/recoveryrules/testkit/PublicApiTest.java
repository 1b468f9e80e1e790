package org.recoveryrules.testkit;

import java.io.IOException;
import java.net.URISyntaxException;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.GoldenFile;
import org.recoveryrules.api.PublicTypes;

class PublicApiTest {
    @Test
    void the_public_api_changes_on_purpose_only() throws IOException, URISyntaxException {
        GoldenFile.of("org/recoveryrules/testkit/public-api.txt")
                .assertContent(PublicTypes.below(PublicTypes.classesWith(PolicyUnderTest.class)));
    }
}
