package practicum.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HookTest {
    @Test
    void namesAreTransformerLenssOwn() {
        assertThat(Hook.residPre(0).name()).isEqualTo("blocks.0.hook_resid_pre");
        assertThat(Hook.z(11).name()).isEqualTo("blocks.11.attn.hook_z");
        assertThat(Hook.ln2Normalized(2).name()).isEqualTo("blocks.2.ln2.hook_normalized");
        assertThat(Hook.mlpPost(2).name()).isEqualTo("blocks.2.mlp.hook_post");
        assertThat(Hook.embed().name()).isEqualTo("hook_embed");
        assertThat(Hook.lnFinalScale().name()).isEqualTo("ln_final.hook_scale");
    }

    @Test
    void everyNameIsReadBack() {
        assertThat(Hook.all(12))
                .allSatisfy(hook -> assertThat(Hook.parse(hook.name())).isEqualTo(hook));
    }

    @Test
    void placesInNetsAreReadBackAndAreInNoTransformer() {
        List<Hook> nets = List.of(
                Hook.input(),
                Hook.image(),
                Hook.convPre(0),
                Hook.convNormalized(1),
                Hook.convPost(12),
                Hook.convPool(2),
                Hook.flat(),
                Hook.layerPre(3),
                Hook.layerNormalized(0),
                Hook.layerPost(1));
        assertThat(nets).allSatisfy(hook -> {
            assertThat(Hook.parse(hook.name())).isEqualTo(hook);
            assertThat(hook.point().inNets()).isTrue();
        });
        assertThat(Hook.convPost(12).name()).isEqualTo("convs.12.hook_post");
        assertThat(Hook.all(20)).doesNotContainAnyElementsOf(nets);
        assertThatThrownBy(() -> Hook.parse("layers.3.hook_pst")).hasMessageContaining("layers.3.hook_post");
        assertThatThrownBy(() -> Hook.parse("layers.99999999999.hook_post"))
                .hasMessage("No model has a layer 99999999999.");
    }

    @Test
    void anUnknownNameGetsTheNearest() {
        assertThatThrownBy(() -> Hook.parse("blocks.3.attn.hook_zz"))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("blocks.3.attn.hook_z\"");
        assertThatThrownBy(() -> Hook.parse("blocks.3.resid_post")).hasMessageContaining("blocks.3.hook_resid_post");
    }

    @Test
    void aSiteSaysWhatItIs() {
        assertThat(Hook.z(3).head(6).at(-1)).hasToString("blocks.3.attn.hook_z[head=6][pos=-1]");
        assertThat(Hook.z(3).head(6).ablate()).hasToString("zero-ablate blocks.3.attn.hook_z[head=6]");
        assertThat(Hook.convPost(1).channel(2).box(3, 4, 2, 1))
                .hasToString("convs.1.hook_post[channel=2][x=4][y=3, 4]");
    }

    @Test
    void aSiteThatThePlaceDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> Hook.layerPost(0).channel(1))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("layers.0.hook_post has no axis \"channel\"; its axes are [batch, unit]");
    }
}
