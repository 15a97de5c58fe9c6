package practicum.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    }
}
