package org.yichuang.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yichuang.catalogue.Material;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.shared.Text;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;

/** AL-30: a form is published with an example that is filled in. */
@CityTest
class SamplePagesTest {
    @LocalServerPort
    int port;

    @Test
    void the_example_of_a_form_is_on_the_guide_on_paper_and_in_the_open_data() {
        Web web = new Web(port);
        assertThat(web.get("/items/food_permit").body()).contains("示范文本：食品经营许可申请书", "杭州示例有限公司");
        assertThat(new Web(port).get("/items/food_permit?lang=en").body())
                .contains("A filled-in example: Food business licence");
        assertThat(web.get("/items/food_permit/print").body()).contains("示范文本：食品经营许可申请书");
        assertThat(web.get("/items/food_permit/guide.pdf").status()).isEqualTo(200);
        assertThat(web.get("/open-data/items.json").body()).contains("\"sample\":[{\"label\"");
    }

    @Test
    void what_an_applicant_declares_is_so_in_the_example() {
        assertThat(sample("dibao", "同意核对家庭经济状况").value()).isEqualTo(Text.of("是", "Yes"));
        assertThat(sample("road_freight", "有总质量 4.5 吨以上的吗").value()).isEqualTo(Text.of("否", "No"));
    }

    private static Material.Sample sample(String code, String label) {
        return DemoItems.item(code).materials().stream()
                .flatMap(material -> material.sample().stream())
                .filter(row -> row.label().zh().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
